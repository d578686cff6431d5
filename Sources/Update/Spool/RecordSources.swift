internal import Synchronization

/// The pinned files of a submission, opened when first needed, read by place.
public final class RecordSources: Sendable {
    private let files: FileTable
    private let folder: String
    private let open: Mutex<[Int: InputFile]>

    /// - Parameter folder: the attempt's folder, to which the paths of `files` are relative; empty for paths that stand
    ///   for themselves.
    public init(files: FileTable, folder: String) {
        self.files = files
        self.folder = folder
        open = Mutex([:])
    }

    /// Appends the bytes of the records at `origins` to `buffer`, one after another. Neighbours are read in one go.
    ///
    /// - Throws: `FileFailure`, also where a file has become shorter than it was.
    public func read(_ origins: [RecordOrigin], into buffer: inout [UInt8]) throws {
        var index = 0
        while index < origins.count {
            let first = origins[index]
            var length = Int(first.length)
            index += 1
            while index < origins.count, origins[index].file == first.file,
                origins[index].offset == first.offset &+ UInt64(length)
            {
                length += Int(origins[index].length)
                index += 1
            }
            let file = try file(Int(first.file))
            let got = try file.read(at: Int(clamping: first.offset), count: length, into: &buffer)
            guard got == length else { throw FileFailure("read", file.path, code: 5) }
        }
    }

    private func file(_ index: Int) throws -> InputFile {
        if let known = open.withLock({ $0[index] }) { return known }
        guard index < files.entries.count else { throw FileFailure("find", "file \(index) of the submission", code: 2) }
        let path = files.entries[index].path
        let file = try InputFile(path: folder.isEmpty ? path : "\(folder)/\(path)")
        open.withLock { $0[index] = file }
        return file
    }
}
