internal import MARC
internal import Update

/// Leader/18 of a record described by RDA, which says whether ISBD punctuation is there: read off the record itself.
enum DescriptiveFormMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "descriptive-form"

    static func apply(to work: inout ScrubWork) {
        let form = work.record.leader[18]
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic,
            form == 0x20 || form == UInt8(ascii: "a") || form == UInt8(ascii: "u"),
            let wanted = work.record.withView({ wanted(in: $0) })
        else { return }
        work.record.leader[18] = wanted
        work.report(
            code, at: .leader(18), before: [form], after: [wanted],
            "leader/18 is \(IndicatorName.of(form)), but 040 $e is rda and 245 $c "
                + "\(wanted == UInt8(ascii: "i") ? "stands" : "does not stand") behind ISBD punctuation; set to "
                + Bytes.display([wanted]))
    }

    /// `i` where " /" stands before 245 $c, `c` where nothing does; nil for a record that is not RDA or has no 245 $c.
    private static func wanted(in view: RecordView) -> UInt8? {
        let isRDA = view.fields("040" as TagPattern).contains {
            $0.subfields.contains { $0.code == UInt8(ascii: "e") && $0.value.equals("rda") }
        }
        guard isRDA, let title = view.first("245") else { return nil }
        let codes = title.subfields.map(\.code)
        guard let index = codes.firstIndex(of: UInt8(ascii: "c")), index > 0 else { return nil }
        let before = title.subfields[index - 1].value
        if before.count > 2, before.last == UInt8(ascii: "/"), before[before.count - 2] == 0x20 {
            return UInt8(ascii: "i")
        }
        return before.last.map { ByteContext.isLetter($0) || ByteContext.isDigit($0) } ?? false
            ? UInt8(ascii: "c") : nil
    }

    static let code = DefectCode(
        "scrub.descriptive-form-missing", .info, .repaired,
        what: "The record is described by RDA (040 $e), but leader/18 is blank, unknown or says AACR2.",
        why: "Programs that add or check punctuation by leader/18 double it or miss it in displays.",
        done: """
            Leader/18 was set to i where 245 has ISBD punctuation before $c and to c where it has none, as the \
            contributor's profile asks (repairs: [descriptive-form]).
            """,
        repair: "Set leader/18 to i (ISBD punctuation included) or c (omitted) in the library's system.",
        example: "=LDR  00000cam a2200000   4500\n=040  \\\\$aDLC$beng$erda$cDLC")
}
