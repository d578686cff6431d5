internal import MARC

/// How a file is packed, from its first bytes.
enum ArchiveKind {
    case zip
    case tar
    /// One of gzip, bzip2, xz and zstd, around a single file or a tar archive.
    case compressed

    /// nil where the file is not packed in a way known here.
    init?(head: ByteView) {
        func starts(_ bytes: [UInt8], at offset: Int = 0) -> Bool { head.dropFirst(offset).starts(with: bytes) }
        if starts([0x50, 0x4B, 3, 4]) || starts([0x50, 0x4B, 5, 6]) {
            self = .zip
        } else if starts([0x1F, 0x8B]) || starts([0x42, 0x5A, 0x68]) || starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])
            || starts([0x28, 0xB5, 0x2F, 0xFD])
        {
            self = .compressed
        } else if starts(Array("ustar".utf8), at: 257) {
            self = .tar
        } else {
            return nil
        }
    }
}

/// How much an archive may unpack to, so that a few bytes cannot fill the disk.
public struct ArchiveLimits: Sendable, Equatable {
    /// Bytes unpacked for each byte packed; MARC in its most wordy form packs to a fortieth.
    public var ratio: Int
    /// Bytes that are unpacked whatever the ratio.
    public var freeBytes: Int
    /// Bytes in all.
    public var bytes: Int
    /// Files in the archive, those in archives inside it included.
    public var members: Int
    /// Archives inside archives.
    public var depth: Int

    public init(
        ratio: Int = 100, freeBytes: Int = 64 << 20, bytes: Int = 64 << 30, members: Int = 10_000, depth: Int = 3
    ) {
        self.ratio = ratio
        self.freeBytes = freeBytes
        self.bytes = bytes
        self.members = members
        self.depth = depth
    }

    /// The bytes that an archive of `size` bytes may unpack to.
    func allowance(archiveSize size: Int) -> Int {
        let (product, isOver) = size.multipliedReportingOverflow(by: ratio)
        return min(bytes, max(freeBytes, isOver ? bytes : product))
    }
}
