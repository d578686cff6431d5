internal import MARC
internal import Update

/// $6 that names a field of the other script which the record does not have.
enum LinkOrphaned: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "orphan-links"

    static func apply(to work: inout ScrubWork) {
        let orphans = work.record.withView { view -> [FieldLink] in
            var links: [FieldLink] = []
            view.forEachValue { value in
                // A field with nothing but its link is a matter of its own.
                guard value.field.subfields.count > 1, let link = FieldLink(value), link.number > 0 else { return }
                links.append(link)
            }
            let alone = links.filter { link in !links.contains { isPair(link, $0) } }
            // Two that lack a mate of each other's tag are a pair with a wrong number.
            return alone.filter { link in !alone.contains { $0.own == link.named && $0.named == link.own } }
        }
        for link in orphans.reversed() { settle(link, &work) }
    }

    private static func isPair(_ link: FieldLink, _ other: FieldLink) -> Bool {
        link.own == other.named && link.named == other.own && link.number == other.number
    }

    private static func settle(_ link: FieldLink, _ work: inout ScrubWork) {
        let name = PlaceName.of(link.place)
        if link.own == "880" {
            let after = Array(link.value[..<4]) + Array("00".utf8) + Array(link.value[link.end...])
            work.record.setSubfield(link.subfield, of: link.field, to: after)
            work.report(
                code, at: link.place, before: link.value, after: after,
                "\(name) names a field \(link.named) that the record does not have; its number was made 00 (no mate)")
        } else if link.named == "880" {
            work.record.removeSubfield(link.subfield, of: link.field)
            work.report(
                code, at: link.place, before: link.value, action: .partDropped,
                "\(name) names a field 880 that the record does not have; the link was left out")
        }
    }

    static let code = DefectCode(
        "scrub.link-orphaned", .info, .repaired,
        what: "A link ($6) between a field and its form in the original script leads to a field that is not there.",
        why: "Displays that show both scripts leave a gap, and some programs refuse the record.",
        done: """
            In 880 the number of the link was made 00, which says that there is no mate; in other fields the link was left \
            out; as the contributor's profile asks (repairs: [orphan-links]).
            """,
        repair: "Add the missing field in the library's system, or remove the link.",
        example: "=245  10$6880-01$aTitle /$cA. Author.")
}
