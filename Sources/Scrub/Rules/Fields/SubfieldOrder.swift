internal import MARC
internal import Update

/// $6 and $8, which link the field, in another place than the first.
enum SubfieldOrder: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "subfield-order"

    static func apply(to work: inout ScrubWork) {
        for var list in work.subfieldLists(where: { rank($0.code) < 2 }) {
            let sorted = (0...2).flatMap { rank in list.items.filter { Self.rank($0.code) == rank } }
            guard sorted.map(\.code) != list.items.map(\.code) else { continue }
            let (before, place) = (list.items.map(\.code), list.items[0].place)
            list.items = sorted
            list.put(into: &work.record)
            work.report(
                code, at: FieldPlace(tag: place.tag, occurrence: place.occurrence), before: shown(before),
                after: shown(sorted.map(\.code)),
                "\(PlaceName.of(FieldPlace(tag: place.tag))) has $6 or $8 behind other subfields; moved to the front")
        }
    }

    private static func rank(_ code: UInt8) -> Int {
        switch code {
        case UInt8(ascii: "6"): 0
        case UInt8(ascii: "8"): 1
        default: 2
        }
    }

    private static func shown(_ codes: [UInt8]) -> [UInt8] { codes.flatMap { [UInt8(ascii: "$"), $0] } }

    static let code = DefectCode(
        "scrub.subfield-order", .info, .repaired,
        what: "The links of a field ($6, $8) stand behind other subfields.",
        why: "Some programs look for the link at the start of the field only and lose the original script.",
        done:
            "They were moved to the front, $6 before $8, as the contributor's profile asks (repairs: [subfield-order]).",
        repair: "Nothing has to be done; most systems put the links first themselves.",
        example: "=500  \\\\$aNote$81\\c\n=505  0\\$81\\c$aContents")
}
