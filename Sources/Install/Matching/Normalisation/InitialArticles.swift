/// Articles at the start of titles, by the language of the text.
///
/// Source: Library of Congress, "Initial Definite and Indefinite Articles" (MARC 21, appendix), the languages of most
/// catalogues; as folded text, so that `L'` is the word `l`.
enum InitialArticles {
    /// Takes the article away with which `title` starts from `start` on; a title of nothing else is left as it is.
    ///
    /// - Parameters:
    ///   - title: folded text.
    ///   - language: the code in 008/35-37, lower case.
    static func remove(from title: inout [UInt8], at start: Int, language: String) {
        guard let end = title[start...].firstIndex(of: 0x20), let articles = byLanguage[language] else { return }
        let word = title[start..<end]
        guard articles.contains(where: { $0.utf8.elementsEqual(word) }) else { return }
        title.removeSubrange(start...end)
    }

    private static let byLanguage: [String: [String]] = [
        "eng": ["a", "an", "the"],
        "fre": ["l", "la", "le", "les", "un", "une", "des"],
        "ger": ["das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "eines"],
        "spa": ["el", "la", "las", "lo", "los", "un", "una", "unas", "unos"],
        "ita": ["gl", "gli", "i", "il", "l", "la", "le", "li", "lo", "un", "una", "uno"],
        "por": ["a", "as", "o", "os", "um", "uma", "umas", "uns"],
        "dut": ["de", "een", "het", "n", "t"],
        "swe": ["de", "den", "det", "en", "ett"],
        "dan": ["de", "den", "det", "en", "et"],
        "nor": ["de", "den", "det", "ei", "en", "et"],
        "cat": ["el", "els", "l", "la", "les", "un", "una"],
        "hun": ["a", "az", "egy"],
        "rum": ["o", "un", "une"],
        "gre": ["hai", "he", "ho", "hoi", "ta", "to", "η", "ο", "οι", "τα", "το"],
    ]
}
