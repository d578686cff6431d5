internal import MARC

/// The articles of a language, as titles begin with them.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix F, "Initial Definite and Indefinite Articles"; only languages
/// in which a word that looks like an article nearly always is one.
struct Articles {
    private let words: [String]
    /// Beginnings in which the word is something else.
    private let exceptions: [String]

    /// nil for a language whose articles are not known here.
    static func of(_ language: String) -> Articles? {
        table[language].map { Articles(words: $0.words, exceptions: $0.exceptions) }
    }

    private static let table: [String: (words: [String], exceptions: [String])] = [
        "eng": (
            ["the", "a", "an"],
            [
                "a la ", "a is ", "a to ", "a and ", "a & ", "a for ", "a posteriori", "a priori", "a cappella",
                "a capella",
                "a fortiori", "a contrario",
            ]
        ),
        "fre": (["le", "la", "les", "l'", "l’"], ["la plata", "la paz", "le havre", "le mans", "les angeles"]),
        "ger": (["der", "die", "das"], []),
        "spa": (
            ["el", "la", "los", "las"],
            ["los angeles", "los ángeles", "las vegas", "la plata", "la paz", "el salvador", "el paso"]
        ),
        "ita": (["il", "lo", "la", "gli", "le", "l'", "l’"], []),
        "dut": (["de", "het"], []),
        "swe": ([], []),
    ]

    /// The characters of the article at the start of `title` with what stands before it and the blank behind it; nil
    /// where the title begins with none, or where it may be no article.
    func length(in title: ByteView) -> Int? {
        let text = title.text
        let lead = text.prefix { "\"“«[¿¡'‘(".contains($0) }
        let rest = text.dropFirst(lead.count)
        let lower = rest.lowercased()
        if exceptions.contains(where: { lower.hasPrefix($0) }) { return nil }
        for word in words {
            let isJoined = word.hasSuffix("'") || word.hasSuffix("’")
            guard lower.hasPrefix(isJoined ? word : word + " ") else { continue }
            let length = word.count + (isJoined ? 0 : 1)
            // A single letter or a number next: `A B C`, `A 1`.
            let next = rest.dropFirst(length).prefix { $0 != " " }
            guard let first = next.first, first.isLetter || "\"“«[¿¡'‘".contains(first),
                next.count > 1 || word.count > 1
            else { return nil }
            return lead.unicodeScalars.count + word.unicodeScalars.count + (isJoined ? 0 : 1)
                + next.prefix { "\"“«[¿¡'‘".contains($0) }.unicodeScalars.count
        }
        return nil
    }
}
