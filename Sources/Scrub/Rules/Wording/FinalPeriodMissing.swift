internal import MARC
internal import Update

/// 245 and notes of AACR2 records without the full stop at their end.
enum FinalPeriodMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "final-period"

    static func apply(to work: inout ScrubWork) {
        // Since 2019 records by RDA may leave it out, whatever leader/18 says.
        let applies = work.record.withView { view in
            let wording = Wording(view)
            return view.kind == .bibliographic && wording.form == UInt8(ascii: "a") && wording.hasEnglishISBD
                && !wording.isRDA
        }
        guard applies else { return }
        work.rewrite(code) { value, text in
            guard isPlace(value), lacksPeriod(value.bytes) else { return nil }
            text = Array(value.bytes) + [UInt8(ascii: ".")]
            return "\(value.field.tag) ends without a full stop; it was added"
        }
    }

    /// The last subfield of a title, or of a note that is nothing but text.
    private static func isPlace(_ value: RecordValue) -> Bool {
        guard let code = value.code, ByteContext.isLower(code), let index = value.subfield,
            index + 1 == value.field.subfields.count
        else { return false }
        switch value.field.tag {
        case "245": return true
        case "500", "504", "520": return code == UInt8(ascii: "a")
        default: return false
        }
    }

    private static func lacksPeriod(_ value: ByteView) -> Bool {
        guard let last = value.last else { return false }
        // A link that ends with a full stop does not open.
        let word = value.reversed().prefix { $0 != 0x20 }
        if word.contains(UInt8(ascii: "/")) || word.contains(UInt8(ascii: "@")) { return false }
        if ByteContext.isLetter(last) || ByteContext.isDigit(last) { return true }
        // Not where the sentence ends inside: `"May 1982."`
        return ")]\"".utf8.contains(last) && !(value.dropLast().last.map { ".!?,".utf8.contains($0) } ?? true)
    }

    static let code = DefectCode(
        "scrub.final-period-missing", .info, .repaired,
        what: "Field 245 or a note of a record by AACR2 does not end with a full stop.",
        why: "Displays that string fields together run two statements into one.",
        done: """
            A full stop was added, as the contributor's profile asks (repairs: [final-period]); in records with leader/18 \
            a, catalogued in English and not by RDA.
            """,
        repair: "End 245, 500, 504 and 520 with a full stop in the library's system.",
        example: "=245  10$aTitle /$cA. Author\n=500  \\\\$aNote")
}
