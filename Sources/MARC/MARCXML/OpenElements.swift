/// The elements around the records of a document, with the namespaces they declare.
struct OpenElements: Sendable {
    private struct Element {
        var name: [UInt8]
        var declarations: [UInt8]
    }

    /// Elements that are remembered; deeper ones are only counted.
    private static let deepest = 64

    private var elements: [Element] = []
    private var deeper = 0
    private(set) var context = MARCXMLContext()

    /// Remembers the element that `tag` opens.
    mutating func open(_ tag: XMLMarkup, in bytes: ByteView) {
        guard elements.count < Self.deepest else {
            deeper &+= 1
            return
        }
        let declarations = MARCXMLContext.declarations(in: bytes, of: tag)
        elements.append(Element(name: Array(bytes[tag.name].prefix(256)), declarations: declarations))
        if !declarations.isEmpty {
            context = MARCXMLContext(declarations: MARCXMLContext.joined(context.declarations, declarations))
        }
    }

    /// Forgets the innermost element named `name` and all that are inside it; an end tag without a start changes nothing.
    mutating func close(_ name: ByteView) {
        if deeper > 0 {
            deeper &-= 1
            return
        }
        guard let index = elements.lastIndex(where: { name.equals($0.name) }) else { return }
        let declared = elements[index...].contains { !$0.declarations.isEmpty }
        elements.removeSubrange(index...)
        if declared { context = declaredContext() }
    }

    var isEmpty: Bool { elements.isEmpty }

    /// Whether an element named `name` is open.
    func contains(_ name: ByteView) -> Bool { elements.contains { name.equals($0.name) } }

    private func declaredContext() -> MARCXMLContext {
        var joined: [UInt8] = []
        for element in elements { joined = MARCXMLContext.joined(joined, element.declarations) }
        return MARCXMLContext(declarations: joined)
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// Whether both hold the same bytes.
    func equals(_ array: [UInt8]) -> Bool { array.withUnsafeBufferPointer { equals($0) } }
}
