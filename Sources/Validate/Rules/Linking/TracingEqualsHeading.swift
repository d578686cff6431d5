internal import MARC
internal import MARC21
public import Update

/// A 4XX or 5XX of an authority record that is the record's own heading.
///
/// Source: MARC 21 Format for Authority Data, Tracings and References.
public struct TracingEqualsHeading: FieldRule {
    public static let code = DefectCode(
        "validate.tracing-equals-heading", .minor, .noted,
        what: "A tracing of the authority record repeats its own heading.",
        why: "The catalogue says \"Author: see Author\" and sends patrons in a circle.",
        done: "The field is kept as it is.",
        repair: "Delete the tracing, or correct it to the other form of the name.",
        example: """
            =LDR  00000nz  a2200000n  4500
            =400  1\\$aAuthor, A.,$d1920-1999
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.authority] }
    var tags: [TagPattern] { ["4XX", "5XX"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let tag = Tag(UInt8(ascii: "1"), field.tag.second, field.tag.third)
        guard let heading = field.record.first(tag), Heading.isSame(heading, field.field), let name = field.first("a")
        else { return }
        log.report(
            Self.code, at: field.place(), before: name,
            "\(field.name) repeats the heading in \(tag); delete it, or correct it to the other form")
    }
}
