internal import MARC
internal import MARC21
public import Update

/// An indicator for nonfiling characters that does not skip the article with which the title begins, or skips something
/// else. Only articles of the record's own language are missed, so that `Die hard` is none in English; what is skipped may
/// be an article of any language; in a language of which no articles are known here, or none at all, it is not questioned.
public struct NonfilingDisagreesWithArticle: FieldRule {
    public static let code = DefectCode(
        "validate.nonfiling-disagrees-with-article", .minor, .noted,
        what: "The indicator for nonfiling characters does not end where the first word behind the article begins.",
        why: "In lists of titles the title stands under its article, or under letters from the middle of a word.",
        done: "The indicator is kept as it is.",
        repair: """
            Count the article, the blank or apostrophe behind it, and marks around it: 4 for The, 2 for L'. Set 0 where the \
            title begins with no article.
            """,
        example: "=245  10$aThe title /$cA. Author.")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    let tags: [TagPattern] = Nonfiling.tags
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "a")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let skip = Nonfiling(field), let title = field.field.subfield("a") else { return }
        let opening = TitleOpening(title)
        guard !opening.isOtherScript, skip.characters < opening.count else { return }
        if skip.characters == 0 {
            guard let language = Self.language(field), opening.blanks > 0 || opening.isJoined,
                opening.isArticle(of: language), !Self.isException(title), !Self.mayBeForeign(field, opening),
                !(opening.wordLength == 1 && opening.precedesSingleCharacter)
            else { return }
            let expected = opening.marks + opening.wordLength + opening.blanks
            report("begins with an article and skips nothing in filing; set indicator \(skip.indicator) to \(expected)")
        } else if !opening.endsBehindFirstWord(skip.characters) {
            guard skip.characters != opening.marks else { return }
            report("skips \(skip.characters) characters in filing, which is not where the second word begins")
        } else if !opening.isArticle(of: nil), Self.language(field).map(InitialArticles.knows) ?? false {
            report("skips its first word in filing, which is no article; set indicator \(skip.indicator) to 0")
        }

        func report(_ complaint: String) {
            log.report(
                Self.code, at: field.place(indicator: skip.indicator), before: title,
                "\(field.name) '\(Bytes.display(title, limit: 40))' \(complaint)")
        }
    }

    /// The language of the title as far as the record tells: $y of a translated title, else 008/35-37.
    private static func language(_ field: FieldCase) -> ByteView? {
        if field.judgedTag == "242", let own = field.field.subfield("y") { return own }
        guard field.record.kind == .bibliographic, let fixed = field.record.first("008"), fixed.value.count >= 38 else {
            return nil
        }
        return fixed.value.slice(35, 3)
    }

    /// Added and uniform titles may be in another language than the record's, and short words are articles in one language and
    /// something else in others, as in `An Sylvia`.
    private static func mayBeForeign(_ field: FieldCase, _ opening: TitleOpening) -> Bool {
        switch field.judgedTag {
        case "222", "242", "245": false
        default: opening.wordBytes < 3 && !opening.isJoined
        }
    }

    /// Titles that begin with a word that is no article there: a preposition, a letter, part of a name.
    private static func isException(_ title: ByteView) -> Bool {
        exceptions.contains { start in
            title.count >= start.utf8CodeUnitCount
                && (0..<start.utf8CodeUnitCount).allSatisfy { title[$0] | 0x20 == start.utf8Start[$0] | 0x20 }
        }
    }

    private static let exceptions: [StaticString] = [
        "A & ", "A and ", "A is ", "A isn't ", "A l'", "A la ", "A posteriori", "A priori", "A to ", "A cappella",
        "A capella", "A. ", "A, ", "A propos", "A fortiori", "An t-", "El Alamein", "El Dorado", "El Ni", "El Paso",
        "El Salvador", "La Paz", "La Plata", "La Rioja", "La Rochelle", "La Salle", "La Fontaine", "Las Palmas",
        "Las Vegas", "Le Corbusier", "Le Havre", "Le Mans", "Lo cual", "Lo mein", "Lo que", "Los Alamos", "Los Angeles",
        "Den Haag", "De Gaulle", "De facto", "De jure", "De profundis", "De novo",
    ]
}
