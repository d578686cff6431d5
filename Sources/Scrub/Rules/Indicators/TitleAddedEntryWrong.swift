internal import MARC
internal import Update

/// 245 indicator 1, which says 1 where the record has a main entry (1XX) and 0 where it has none; likewise in its 880.
enum TitleAddedEntryWrong: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "title-added-entry"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic else { return }
        let entry = work.record.withView { $0.fields("1XX").first?.tag }
        let wanted = UInt8(ascii: entry == nil ? "0" : "1")
        work.setIndicators(code) { field in
            // Values that mean nothing say nothing about what was meant; validate reports them.
            guard LinkedTag.of(field) == "245", field.indicator1 &- 0x30 < 2 else { return nil }
            let reason = entry.map { "the record has main entry \($0)" } ?? "the record has no main entry (1XX)"
            return .init(
                number: 1, value: wanted,
                message: "\(field.tag) indicator 1 is \(IndicatorName.of(field.indicator1)), but \(reason); set to "
                    + IndicatorName.of(wanted))
        }
    }

    static let code = DefectCode(
        "scrub.title-added-entry-wrong", .minor, .repaired,
        what: "Indicator 1 of 245 does not agree with the main entry: 1 without a field 1XX, or 0 beside one.",
        why: "Systems that build their title index by the indicator leave the title out, or list it twice.",
        done:
            "The indicator was set by the main entry, as the contributor's profile asks (repairs: [title-added-entry]).",
        repair: "Set the indicator to 1 where there is a field 1XX and to 0 where there is none.",
        example: "=100  1\\$aAuthor, A.\n=245  00$aTitle /$cA. Author.")
}
