internal import MARC
internal import Update

/// Fields and subfields that the profile says the client database is not to hold.
enum FieldOnStripList: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always

    static func apply(to work: inout ScrubWork) {
        let patterns = work.settings.strip
        guard !patterns.isEmpty else { return }
        let fields = patterns.filter { $0.subfield == nil }
        func isUnwanted(_ field: FieldView) -> Bool { fields.contains { $0.tag.matches(field.tag) } }
        let unwanted = work.record.withView { view in view.fields.filter(isUnwanted).map { ($0.tag, $0.place()) } }
        if !unwanted.isEmpty { work.record.removeFields(where: isUnwanted) }
        for (tag, place) in unwanted { report(tag.description, place, &work) }
        stripSubfields(patterns.filter { $0.subfield != nil }, &work)
    }

    private static func stripSubfields(_ patterns: [StripPattern], _ work: inout ScrubWork) {
        guard !patterns.isEmpty else { return }
        let unwanted = work.subfields { value in
            patterns.contains { $0.subfield == value.code && $0.tag.matches(value.field.tag) }
        }
        work.remove(unwanted)
        for found in unwanted { report(found.name, found.place, &work) }
        // A field that has nothing else goes with them.
        let emptied = Set(unwanted.map(\.field))
        if !emptied.isEmpty { work.record.removeFields { emptied.contains($0.index) && $0.subfields.isEmpty } }
    }

    private static func report(_ name: String, _ place: FieldPlace, _ work: inout ScrubWork) {
        work.report(code, at: place, "\(name) is on the profile's strip list and was left out")
    }

    static let code = DefectCode(
        "scrub.field-on-strip-list", .info, .partDropped,
        what: "The record has a field or subfield that the contributor's profile keeps out of the client database.",
        why:
            "Local notes, item data and private remarks of one library mean nothing, or too much, to the patrons of another.",
        done: "The field or subfield was left out. Its content is not shown here, because it may be private.",
        repair: "Nothing has to be done; leaving the field out of the export makes the files smaller.",
        example: "=949  \\\\$aStaff only")
}
