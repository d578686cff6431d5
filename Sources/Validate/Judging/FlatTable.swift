/// Elements that never change, at one place in memory, which can be handed down the hot way as a bare pointer without
/// counting references. The only owner of its memory; the pointer is valid as long as the table lives.
final class FlatTable<Element: Sendable>: @unchecked Sendable {
    let start: UnsafePointer<Element>
    var count: Int { memory.count }
    private let memory: UnsafeMutableBufferPointer<Element>

    init(_ elements: [Element]) {
        let start = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
        memory = UnsafeMutableBufferPointer(start: start, count: elements.count)
        _ = memory.initialize(from: elements)
        self.start = UnsafePointer(start)
    }

    deinit {
        memory.deinitialize()
        start.deallocate()
    }
}
