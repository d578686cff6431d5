internal import MARC
internal import MARC21
internal import Update

/// A value in an indicator position that the format leaves undefined.
enum IndicatorUndefined: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "undefined-indicators"

    static func apply(to work: inout ScrubWork) {
        let format = Format.of(RecordKind(leaderType: work.record.leader.type))
        for number in 1...2 {
            work.setIndicators(code) { field in
                let tag = LinkedTag.of(field)
                guard !Format.isLocal(tag.rawValue), let definition = format.described(tag.rawValue),
                    !definition.isObsolete
                else { return nil }
                let value = number == 1 ? field.indicator1 : field.indicator2
                let indicator = number == 1 ? definition.indicator1 : definition.indicator2
                guard indicator.isUndefined, indicator.standing(of: value) == .undefined else { return nil }
                return .init(
                    number: number, value: 0x20,
                    message:
                        "\(field.tag) has \(IndicatorName.of(value)) as indicator \(number), which is undefined in "
                        + "\(tag); made blank")
            }
        }
    }

    static let code = DefectCode(
        "scrub.indicator-undefined", .info, .repaired,
        what: "An indicator position that MARC 21 leaves undefined for this field held something else than a blank.",
        why: "The value means nothing, and programs that choose headings by indicators may pass the field over.",
        done: "The indicator was made blank, as the contributor's profile asks (repairs: [undefined-indicators]).",
        repair: "Set the indicator to blank in the library's system.",
        example: "=500  1\\$aIncludes index.")
}
