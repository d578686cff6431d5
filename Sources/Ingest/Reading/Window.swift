internal import MARC
internal import Update

/// The part of a file that is being looked at: a buffer that moves over the file and grows only as far as one record
/// needs. Plain memory of its own, so that no byte is touched but by reading and framing.
final class Window {
    /// Bytes that are read at a time.
    static let step = 1 << 20

    private let file: InputFile
    private var memory: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    /// Where the window starts, in bytes from the start of the file.
    private(set) var offset = 0

    init(_ file: InputFile) {
        self.file = file
        memory = .allocate(byteCount: Self.step, alignment: 64)
    }

    deinit { memory.deallocate() }

    /// The bytes in view; valid until `extend`.
    var bytes: ByteView {
        ByteView(start: memory.baseAddress.map { ($0 + start).assumingMemoryBound(to: UInt8.self) }, count: end - start)
    }

    /// Whether the file ends with the window.
    var isLast: Bool { offset + (end - start) >= file.size }

    /// Moves the window's start over bytes that are done with.
    func advance(_ count: Int) {
        start += count
        offset += count
    }

    /// Reads on at the window's end. A file that has become shorter since it was opened fails.
    func extend() throws(FileFailure) {
        let kept = end - start
        makeRoom(keeping: kept)
        let wanted = min(memory.count - kept, file.size - (offset + kept))
        let target = UnsafeMutableRawBufferPointer(rebasing: memory[kept..<(kept + max(0, wanted))])
        let got = try file.read(at: offset + kept, into: target)
        guard got == target.count else { throw FileFailure("read", file.path, code: 5) }
        (start, end) = (0, kept + got)
    }

    private func makeRoom(keeping kept: Int) {
        let source = UnsafeRawBufferPointer(rebasing: memory[start..<end])
        if kept > memory.count / 2 {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: memory.count * 2, alignment: 64)
            larger.copyMemory(from: source)
            memory.deallocate()
            memory = larger
        } else if start > 0 {
            memory.copyMemory(from: source)
        }
    }
}
