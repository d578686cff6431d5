internal import MARC
internal import MARC21
internal import Update

/// Illustrations and contents in 008, whose codes stand to the left, in the order of the alphabet, each once.
///
/// Relief and special format of maps are in order of importance and stay as they are.
enum FixedCodesUnordered: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field008

    static func apply(to work: inout ScrubWork) {
        let leader = work.record.leader
        let elements = CodesOf008.all(leader)
        let changes = work.record.withView { view -> [(CodesOf008, [UInt8])] in
            // One code that is not of its element, and the field may be that of another type of record.
            guard let field = view.first("008"), field.value.count == 40 else { return [] }
            let found = elements.compactMap { element in element.ordered(field.value).map { (element, $0) } }
            return !found.isEmpty && elements.allSatisfy { $0.isCurrent(in: field.value, leader) } ? found : []
        }
        for (element, after) in changes { change(element, after, &work) }
    }

    private static func change(_ element: CodesOf008, _ after: [UInt8], _ work: inout ScrubWork) {
        let (field, value) = work.record.withView { view in
            (view.first("008")?.index ?? 0, view.control("008").map { Array($0) } ?? [])
        }
        let before = value[element.first..<(element.first + element.count)]
        work.record.setControl(field, to: value[..<element.first] + after + value[(element.first + element.count)...])
        work.report(
            code, at: FieldPlace(tag: "008", occurrence: 1, position: element.first), before: Array(before),
            after: after,
            "008/\(element.first)-\(element.first + element.count - 1) holds \(Bytes.display(before)), in order "
                + "\(Bytes.display(after))")
    }

    static let code = DefectCode(
        "scrub.fixed-codes-unordered", .info, .repaired,
        what:
            "The codes for illustrations or contents in 008 are not in alphabetical order from the left, or one is repeated.",
        why: "Programs that look for a code in its usual position do not find it.",
        done: "The same codes were put in order.",
        repair: "Nothing has to be done; most systems put the codes in order themselves.",
        example: "=008  930517s1993\\\\\\\\nyuba\\\\\\\\\\\\\\\\\\001\\0\\eng\\d")
}

/// An element of 008 that holds several codes of one letter.
private struct CodesOf008 {
    let first: Int
    let count: Int

    /// Source: MARC 21 bibliographic format, 008 Books 18-21 and 24-27, Continuing Resources 25-27.
    static func all(_ leader: Leader) -> [CodesOf008] {
        switch (leader.type, leader.level) {
        case (UInt8(ascii: "a"), UInt8(ascii: "b")), (UInt8(ascii: "a"), UInt8(ascii: "i")),
            (UInt8(ascii: "a"), UInt8(ascii: "s")):
            continuing
        case (UInt8(ascii: "a"), _), (UInt8(ascii: "t"), _): books
        default: none
        }
    }

    private static let books = [CodesOf008(first: 18, count: 4), CodesOf008(first: 24, count: 4)]
    private static let continuing = [CodesOf008(first: 25, count: 3)]
    private static let none: [CodesOf008] = []

    /// Whether the format defines each of the codes today.
    func isCurrent(in field: ByteView, _ leader: Leader) -> Bool {
        let definition = Self.field?.variant(leader06: leader.type, leader07: leader.level)
        guard let position = definition?.layout.position(at: first) else { return false }
        return field.slice(first, count).allSatisfy { position.codes.currentCharacters.contains($0) }
    }

    private static let field = Format.bibliographic.controlField(("008" as Tag).rawValue)

    /// The codes in order; nil where they are already, or where something else than small letters and blanks is among them.
    func ordered(_ field: ByteView) -> [UInt8]? {
        let value = field.slice(first, count)
        var isOrdered = true
        var previous: UInt8 = 0
        for byte in value {
            guard byte == 0x20 || ByteContext.isLower(byte) else { return nil }
            if byte != 0x20, previous == 0x20 || byte <= previous { isOrdered = false }
            previous = byte
        }
        if isOrdered { return nil }
        let codes = Set(value.filter { $0 != 0x20 }).sorted()
        return codes + Array(repeating: 0x20, count: count - codes.count)
    }
}
