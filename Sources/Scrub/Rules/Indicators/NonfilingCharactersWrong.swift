internal import MARC
internal import Update

/// The number of characters that sorting passes over in 245 and its like, held against the article that the title
/// begins with in the language of the record.
enum NonfilingCharactersWrong: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "nonfiling-characters"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic else { return }
        let language = work.record.withView { $0.fixed("008", 35...37).map { String(decoding: $0, as: UTF8.self) } }
        guard let language, let articles = Articles.of(language) else { return }
        work.setIndicators(code) { field in
            guard let title = field.subfield("a"), let number = indicator(of: field.tag) else { return nil }
            let value = number == 1 ? field.indicator1 : field.indicator2
            guard ByteContext.isDigit(value), let count = articles.length(in: title), count < 10 else { return nil }
            let wanted = UInt8(truncatingIfNeeded: count) + 0x30
            return .init(
                number: number, value: wanted,
                message:
                    "\(field.tag) indicator \(number) is \(IndicatorName.of(value)), but the article at the start of "
                    + "\(Bytes.display(title, limit: 30)) takes \(count) characters; set to \(count)")
        }
    }

    /// Which indicator counts. 240 and 830 have no articles under many rules, and their language may be another one.
    private static func indicator(of tag: Tag) -> Int? {
        switch tag {
        case "245", "222": 2
        default: nil
        }
    }

    static let code = DefectCode(
        "scrub.nonfiling-characters-wrong", .minor, .repaired,
        what:
            "The title begins with an article, and the indicator that counts the characters to be passed over in sorting is wrong.",
        why: "The title is listed under its article, where nobody looks for it.",
        done: """
            The indicator was set to the length of the article with the blank and signs around it, in the language of \
            008/35-37, as the contributor's profile asks (repairs: [nonfiling-characters]).
            """,
        repair: "Set the indicator to the number of characters before the first word that counts: 4 for The.",
        example: "=245  10$aThe title /$cA. Author.")
}
