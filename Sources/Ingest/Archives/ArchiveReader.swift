internal import CLibArchive
internal import Glibc
internal import MARC

/// An archive that cannot be read further: libarchive's words.
struct ArchiveFailure: Error {
    let reason: String
}

/// An archive being read from its first member to its last.
struct ArchiveReader: ~Copyable {
    /// One file in the archive.
    struct Member {
        /// As the archive has it, with bytes that are not UTF-8 as `\xNN`.
        var name: String
        var isFolder: Bool
        var isRegular: Bool
        var isEncrypted: Bool
    }

    private let archive: OpaquePointer
    /// Lives as long as the archive is read from it.
    private let stream: ArchiveStream?

    init(_ source: ArchiveSource, kind: ArchiveKind) throws(ArchiveFailure) {
        guard let archive = archive_read_new() else { throw ArchiveFailure(reason: "no memory") }
        Self.support(kind, in: archive)
        guard Self.open(archive, source) == ARCHIVE_OK else {
            let failure = Self.failure(archive)
            archive_read_free(archive)
            throw failure
        }
        self.archive = archive
        stream = source.stream
    }

    deinit { archive_read_free(archive) }

    private static func open(_ archive: OpaquePointer, _ source: ArchiveSource) -> Int32 {
        switch source {
        case .file(let path): return archive_read_open_filename(archive, path, 256 << 10)
        case .stream(let stream):
            archive_read_set_callback_data(archive, Unmanaged.passUnretained(stream).toOpaque())
            archive_read_set_read_callback(archive) { _, data, start in
                guard let data, let start,
                    let bytes = Unmanaged<ArchiveStream>.fromOpaque(data).takeUnretainedValue().nextUnlessStuck()
                else { return -1 }
                start.pointee = bytes.baseAddress
                return bytes.count
            }
            return archive_read_open1(archive)
        }
    }

    private static func support(_ kind: ArchiveKind, in archive: OpaquePointer) {
        switch kind {
        case .zip: archive_read_support_format_zip(archive)
        case .tar: archive_read_support_format_tar(archive)
        case .compressed:
            archive_read_support_filter_gzip(archive)
            archive_read_support_filter_bzip2(archive)
            archive_read_support_filter_xz(archive)
            archive_read_support_filter_zstd(archive)
            archive_read_support_format_tar(archive)
            archive_read_support_format_raw(archive)
            archive_read_support_format_empty(archive)
        }
    }

    /// The next member; nil after the last.
    mutating func next() throws(ArchiveFailure) -> Member? {
        var entry: OpaquePointer?
        let status = archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return nil }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw Self.failure(archive) }
        stream?.progress()
        let mode = archive_entry_filetype(entry)
        return Member(
            name: Self.name(entry), isFolder: mode == S_IFDIR, isRegular: mode == S_IFREG || mode == 0,
            isEncrypted: archive_entry_is_data_encrypted(entry) == 1)
    }

    /// Bytes of the archive that were read so far.
    var bytesRead: Int { max(0, Int(archive_filter_bytes(archive, -1))) }

    /// Whether the archive is one compressed file without a name of its own.
    var isSingleFile: Bool { archive_format(archive) == ARCHIVE_FORMAT_RAW }

    /// The next bytes of the member at hand and their offset in it, valid until the next call; nil at its end.
    ///
    /// Block by block, because a call that gathers bytes loses what it has gathered when it meets damage.
    mutating func nextBlock() throws(ArchiveFailure) -> (offset: Int, bytes: UnsafeRawBufferPointer)? {
        var start: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        while true {
            switch archive_read_data_block(archive, &start, &count, &offset) {
            case ARCHIVE_OK:
                stream?.progress()
                return (Int(offset), UnsafeRawBufferPointer(start: start, count: count))
            case ARCHIVE_EOF: return nil
            case ARCHIVE_RETRY: continue
            default: throw Self.failure(archive)
            }
        }
    }

    private static func name(_ entry: OpaquePointer) -> String {
        guard let name = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return "" }
        return Bytes.display(UnsafeRawBufferPointer(start: name, count: strlen(name)))
    }

    /// What libarchive says of the last call.
    private static func failure(_ archive: OpaquePointer) -> ArchiveFailure {
        ArchiveFailure(reason: archive_error_string(archive).map { String(cString: $0) } ?? "unknown reason")
    }
}
