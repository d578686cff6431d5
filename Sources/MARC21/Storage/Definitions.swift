/// Definitions that were made once and live as long as the program: copying a list of them copies a pointer, and
/// reading from one counts no references.
///
/// This and ``Label`` are the only places of the room that touch memory by hand. Nothing is ever freed or changed.
public struct Definitions<Element: Sendable>: RandomAccessCollection, @unchecked Sendable {
    @usableFromInline let start: UnsafePointer<Element>?
    @usableFromInline let length: Int

    /// Copies `elements` to memory that is never given back; meant for tables made at first use.
    init(_ elements: [Element]) {
        length = elements.count
        guard !elements.isEmpty else {
            start = nil
            return
        }
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
        for (index, element) in elements.enumerated() { (memory + index).initialize(to: element) }
        start = UnsafePointer(memory)
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { length }

    @inlinable public subscript(index: Int) -> Element {
        unsafeAddress {
            guard let start, index >= 0, index < length else { preconditionFailure("no definition at this index") }
            return start + index
        }
    }
}
