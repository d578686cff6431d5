internal import MARC
internal import Update

/// 490 indicator 1, which says whether the series has an added entry (800, 810, 811, 830); likewise in its 880.
enum SeriesTracingWrong: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "series-tracing"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic else { return }
        let (statements, entries) = work.record.withView { view in
            (view.fields("490" as TagPattern).count { _ in true }, view.fields.count { isEntry($0.tag) })
        }
        work.setIndicators(code) { field in
            guard LinkedTag.of(field) == "490" else { return nil }
            switch field.indicator1 {
            case UInt8(ascii: "1") where entries == 0:
                return change(field, to: UInt8(ascii: "0"), "has no added entry for a series (8XX)")
            case UInt8(ascii: "0") where entries > 0 && statements == 1:
                return change(field, to: UInt8(ascii: "1"), "has an added entry for the series (8XX)")
            default: return nil
            }
        }
    }

    private static func isEntry(_ tag: Tag) -> Bool {
        switch tag {
        case "800", "810", "811", "830": true
        default: false
        }
    }

    private static func change(_ field: FieldView, to value: UInt8, _ reason: String) -> ScrubWork.IndicatorChange {
        .init(
            number: 1, value: value,
            message:
                "\(field.tag) indicator 1 is \(IndicatorName.of(field.indicator1)), but the record \(reason); set to "
                + IndicatorName.of(value))
    }

    static let code = DefectCode(
        "scrub.series-tracing-wrong", .info, .repaired,
        what: "Indicator 1 of 490 says that the series has an added entry and there is none, or the reverse.",
        why: "Systems that index series by the indicator lose the series, or list it twice.",
        done: """
            The indicator was set by the added entries of the record, as the contributor's profile asks \
            (repairs: [series-tracing]). With several 490 and some added entries nothing is changed.
            """,
        repair: "Set the indicator to 1 where the series has a field 800-830, else to 0.",
        example: "=490  1\\$aStudies in method ;$v3")
}
