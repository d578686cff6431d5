internal import MARC
internal import Update

/// Data in a field that no delimiter and code introduce.
enum DelimiterMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .noDelimiter
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let all = work.subfields { $0.code == 0 }
        var unwanted: [SubfieldPlace] = []
        for found in all {
            if isAllBlank(found.value) {
                unwanted.append(found)
                if !found.value.isEmpty { report(found, nil, "blanks without a delimiter were left out", &work) }
            } else if isLikeSubfieldA(found, work.record) {
                work.record.setCode(of: found.subfield, of: found.field, to: UInt8(ascii: "a"))
                report(found, found.value, "data without a delimiter, made the $a that the field lacks", &work)
            } else {
                unwanted.append(found)
                report(found, nil, "data without a delimiter were left out: nothing says which subfield they are", &work)
            }
        }
        work.remove(unwanted)
    }

    /// The first data of a field that has no $a can hardly be anything else.
    private static func isLikeSubfieldA(_ found: SubfieldPlace, _ record: Record) -> Bool {
        record.withView { view in found.subfield == 0 && view.fields[found.field].subfield("a") == nil }
    }

    private static func isAllBlank(_ value: [UInt8]) -> Bool { value.allSatisfy { $0 == 0x20 } }

    private static func report(_ found: SubfieldPlace, _ after: [UInt8]?, _ text: String, _ work: inout ScrubWork) {
        work.report(
            code, at: found.place, before: found.value, after: after, action: after == nil ? .partDropped : .repaired,
"\(found.name): \(text)")
    }

    static let code = DefectCode(
        "scrub.delimiter-missing", .minor, .repaired,
        what: "A field holds data that no subfield delimiter and code introduce.",
        why: "Nothing says what the data are; most programs lose or misplace them.",
        done: "Data at the start of a field without $a were made its $a; other such data were left out.",
        repair: "Correct the field in the library's system.")
}
