internal import Synchronization
public import Update

/// The records of a submission's files, cut into batches one after another; what is in them is found out later, in
/// parallel. Memory does not grow with the files.
///
/// ```swift
/// let source = RecordSource(collected)
/// try OrderedPipeline.run(threads: 2, next: { try source.next() }, transform: { stage.read($0) }, consume: { … })
/// ```
public final class RecordSource: Sendable {
    private let state: Mutex<State>
    private let folder: String

    public init(_ collected: CollectedFiles) {
        folder = collected.folder
        state = Mutex(State(files: collected.files))
    }

    /// The files read, as far as they are known; complete when `next` has returned nil.
    public var files: FileTable { state.withLock { $0.files } }

    /// The next records in order; nil after the last.
    ///
    /// - Throws: `FileFailure` where a file cannot be read.
    public func next() throws -> FramedBatch? { try state.withLock { try $0.next(in: folder) } }

    private struct State {
        var files: FileTable
        private var cursor: FileCursor?
        /// Entries added while reading are the same files once more.
        private let fileCount: Int
        private var nextFile = 0
        private var ordinal = 0

        init(files: FileTable) {
            self.files = files
            fileCount = files.entries.count
        }

        mutating func next(in folder: String) throws -> FramedBatch? {
            while true {
                var framed = FramedBatch(files: files)
                try cursor?.fill(&framed, ordinal: &ordinal)
                files = framed.batch.files
                if !framed.isEmpty { return framed }
                guard nextFile < fileCount else { return nil }
                let entry = files.entries[nextFile]
                let input = try InputFile(path: folder.isEmpty ? entry.path : "\(folder)/\(entry.path)")
                cursor = FileCursor(input, file: nextFile, entry: entry)
                nextFile += 1
            }
        }
    }
}
