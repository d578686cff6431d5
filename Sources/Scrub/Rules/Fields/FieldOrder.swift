internal import MARC
internal import Update

/// Fields that do not stand in the order of their hundreds: control fields first, then 0XX, 1XX, 2XX.
enum FieldOrder: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "field-order"

    static func apply(to work: inout ScrubWork) {
        let tags = work.record.withView { $0.fields.map(\.tag) }
        guard let first = tags.indices.dropFirst().first(where: { rank(tags[$0]) < rank(tags[$0 - 1]) }) else { return }
        // Insertion one by one keeps the order of fields of equal rank, which is meaning in 6XX and 7XX.
        for index in tags.indices.dropFirst() {
            let ranks = work.record.withView { view in view.fields.prefix(index + 1).map { rank($0.tag) } }
            let target = ranks.dropLast().firstIndex { $0 > ranks[index] } ?? index
            if target < index { work.record.moveField(index, before: target) }
        }
        work.report(
            code,
            "field \(tags[first]) stands behind \(tags[first - 1]); the fields were put in the order of their hundreds")
    }

    /// Control fields by their whole tag, the others by its first digit; tags with letters last.
    private static func rank(_ tag: Tag) -> UInt32 {
        if tag.isControl { return tag.rawValue & 0xFF }
        return tag.isNumeric ? UInt32(tag.first) << 8 : 0xFF00
    }

    static let code = DefectCode(
        "scrub.field-order", .info, .repaired,
        what: "The fields of the record are not in the order of their hundreds.",
        why: "Displays that follow the record's order show notes before the title.",
        done: """
            The fields were sorted by the first digit of their tags, control fields first, as the contributor's profile \
            asks (repairs: [field-order]). Fields of the same hundred keep their order.
            """,
        repair: "Nothing has to be done; most systems sort the fields themselves.",
        example: "=650  \\0$aTopic.\n=500  \\\\$aNote.")
}
