internal import MARC
internal import Update

/// Fields with a display text of their own ($i) whose indicator 2 asks systems for another one: 246 and 76X-78X.
enum DisplayTextNotIndicated: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "display-text-indicator"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic else { return }
        work.setIndicators(code) { field in
            guard let wanted = wanted(in: LinkedTag.of(field)), field.subfield("i") != nil else { return nil }
            return .init(
                number: 2, value: wanted,
                message: "\(field.tag) has a display text ($i), but indicator 2 is "
                    + "\(IndicatorName.of(field.indicator2)); set to \(IndicatorName.of(wanted))")
        }
    }

    /// Blank in 246, where $i itself says what the title is; 8, no display constant, in linking entries that have one.
    private static func wanted(in tag: Tag) -> UInt8? {
        switch tag {
        case "246": 0x20
        case "765", "767", "770", "772", "773", "774", "775", "776", "777", "786", "787": UInt8(ascii: "8")
        default: nil
        }
    }

    static let code = DefectCode(
        "scrub.display-text-not-indicated", .info, .repaired,
        what:
            "Field 246 or a linking entry has a display text ($i), and its indicator 2 asks for a standard one as well.",
        why: "Displays show two texts before the title, or the wrong one.",
        done: """
            Indicator 2 was made blank in 246 and 8 in 765-787, as the contributor's profile asks \
            (repairs: [display-text-indicator]).
            """,
        repair: "Set indicator 2 to blank (246) or 8 (76X-78X) where the field has $i.",
        example: "=776  0\\$iOnline version:$tTitle$w(DLC)2012345678")
}
