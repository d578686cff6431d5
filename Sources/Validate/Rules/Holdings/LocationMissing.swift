internal import MARC
internal import MARC21
public import Update

/// A holdings record without any of the fields that hold the location, which the profile names.
///
/// Source: MARC 21 Format for Holdings Data, 852.
public struct LocationMissing: RecordRule {
    public static let code = DefectCode(
        "validate.location-missing", .major, .noted,
        what: """
            The holdings record does not say where the item is: it has no field 852, or none of those that the \
            profile names.
            """,
        why: "Patrons see that a library has the title and not where; requests for loan cannot be routed.",
        done: "The record is installed as it is.",
        repair: "Add field 852 with the library in $a or $b and the call number.",
        example: """
            =LDR  00000nx  a2200000zn 4500
            =852
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.holdings] }

    let tags: [TagPattern]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        if record.has("852") { return }
        for field in record.view.fields where tags.contains(where: { $0.matches(field.tag) }) { return }
        log.report(
            Self.code, at: .record,
            "the holdings record has no location; add field 852 with the library and the call number")
    }
}
