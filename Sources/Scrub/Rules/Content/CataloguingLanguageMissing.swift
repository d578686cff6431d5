internal import MARC
internal import Update

/// 040 without $b, the language of the record's own words, where these are English beyond doubt.
enum CataloguingLanguageMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "cataloguing-language"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic else { return }
        let place = work.record.withView { view -> (field: Int, index: Int, place: FieldPlace, words: String)? in
            guard let source = view.first("040"), source.subfield("b") == nil, source.subfield("a") != nil,
                view.fields("040" as TagPattern).count(where: { _ in true }) == 1, let words = englishWords(in: view)
            else { return nil }
            let index = source.subfields.firstIndex { $0.code == UInt8(ascii: "a") } ?? 0
            return (source.index, index + 1, source.place(subfield: UInt8(ascii: "b")), words)
        }
        guard let (field, index, place, words) = place else { return }
        work.record.insertSubfield(UInt8(ascii: "b"), Array("eng".utf8), at: index, of: field)
        work.report(
            code, at: place, after: Array("eng".utf8),
            "040 does not name the language of cataloguing, and the record says \"\(words)\"; $b eng was added")
    }

    /// Words that no other language of cataloguing has in their place.
    private static func englishWords(in view: RecordView) -> String? {
        for field in view.fields("337" as TagPattern) where field.subfield("a")?.equals("unmediated") ?? false {
            return "unmediated"
        }
        for field in view.fields("504" as TagPattern) {
            let words = "Includes bibliographical references"
            if field.subfield("a")?.starts(with: "Includes bibliographical references") ?? false { return words }
        }
        return nil
    }

    static let code = DefectCode(
        "scrub.cataloguing-language-missing", .info, .repaired,
        what: "Field 040 does not name the language in which the record's notes and terms are written ($b).",
        why: "Programs that translate or compare notes and terms do not know their language.",
        done: """
            Where notes or terms of the record are English beyond doubt, $b eng was added, as the contributor's profile \
            asks (repairs: [cataloguing-language]).
            """,
        repair: "Add the language of cataloguing to 040 $b.",
        example: "=040  \\\\$aDLC$cDLC\n=504  \\\\$aIncludes bibliographical references.")
}
