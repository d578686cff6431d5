internal import MARC
internal import MARC21
public import Update

/// Codes in 008 that do not go with the kind of the authority record's heading.
///
/// Source: MARC 21 Format for Authority Data, 008/09, 008/14.
public struct HeadingUseDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.heading-use-disagrees", .info, .noted,
        what: """
            008/09 calls the record one for a subdivision and the heading is none, or the other way round; or 008/14 \
            allows a subject or form term as main entry.
            """,
        why: "Programs that link headings by these codes offer the wrong ones.",
        done: "The record is installed as it is.",
        repair: "Correct 008/09 or 008/14, or the tag of the heading.",
        example: """
            =LDR  00000nz  a2200000n  4500
            =100
            =150  \\\\$aCats
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.authority] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let fixed = record.first("008"), fixed.value.count > 14, let heading = Self.heading(record) else {
            return
        }
        let (sort, use) = (fixed.value[9], fixed.value[14])
        let isSubdivision = heading.tag.second == UInt8(ascii: "8")
        let saysSubdivision = sort == UInt8(ascii: "d") || sort == UInt8(ascii: "g")
        if sort != UInt8(ascii: "|"), sort != UInt8(ascii: "f"), isSubdivision != saysSubdivision {
            return log.report(
                Self.code, at: fixed.place(position: 9), before: [sort],
                "the heading stands in \(heading.tag), and 008/09 is '\(Bytes.display([sort]))'; correct one of them")
        }
        let isName = heading.tag.second <= UInt8(ascii: "3") || heading.tag == "151" || heading.tag == "147"
        guard !isName, !isSubdivision, use == UInt8(ascii: "a") else { return }
        log.report(
            Self.code, at: fixed.place(position: 14), before: [use],
            "the heading in \(heading.tag) is never a main or added entry, and 008/14 is 'a'; set it to b")
    }

    private static func heading(_ record: RecordCase) -> FieldView? {
        record.view.fields.first { $0.tag.first == UInt8(ascii: "1") }
    }
}
