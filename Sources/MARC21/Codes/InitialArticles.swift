internal import MARC

/// The articles with which titles begin, by language: what indicators for nonfiling characters skip.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix F, "Initial Definite and Indefinite Articles". Only forms in
/// Latin letters; those that are joined to the next word bear the apostrophe or hyphen.
public enum InitialArticles {
    /// By language code, with blanks between the articles.
    private static let table: [(language: StaticString, articles: StaticString)] = [
        ("afr", "die 'n"),
        ("alb", "nje një"),
        ("ara", "al- el-"),
        ("cat", "el els en l' la les lo un una"),
        ("dan", "de den det en et"),
        ("dut", "de een eene het 'n 't"),
        ("eng", "a an the ye"),
        ("epo", "la"),
        ("fao", "hin hini hitt tann tað"),
        ("fre", "l' la le les un une"),
        ("fry", "de 'e in it 'n 't"),
        ("ger", "das dem den der des die ein eine einem einen einer eines 's 't"),
        ("gla", "a' am an an-t na na-h-"),
        ("gle", "an an-t- na na-h-"),
        ("glg", "a as o os un unha"),
        ("haw", "he ka ke na o"),
        ("heb", "ha- he-"),
        ("hun", "a az egy"),
        ("ice", "hin hina hinar hinir hinn hinna hinnar hinni hins hinu hinum hið"),
        ("ita", "gl' gli i il l' la le li lo un un' una uno"),
        ("mao", "he nga ngā te"),
        ("mlt", "il- l-"),
        ("nno", "de dei den det e ei ein eit"),
        ("nob", "de den det ei en et"),
        ("nor", "de dei den det e ei ein eit en et"),
        ("oci", "il l' la las le les lo los lou lu un una uno uns us"),
        ("pap", "e un"),
        ("por", "a as o os um uma umas uns"),
        ("rum", "o un una"),
        ("sco", "a an ane"),
        ("spa", "el la las lo los un una unas unos"),
        ("swe", "de den det en ett"),
        ("tgl", "ang mga"),
        ("tur", "bir"),
        ("wel", "y yr"),
        ("wln", "on ene l' li les"),
        ("yid", "a an der di die dos ein eine"),
    ]

    private struct Entry: Sendable {
        /// The three letters of the language as one number.
        let language: UInt32
        let articles: Definitions<Label>
    }

    private static let entries = Definitions(
        table.map { row in
            Entry(
                language: key(Label(row.language).bytes) ?? 0,
                articles: Definitions(Label(row.articles).pieces(separatedBy: 0x20)))
        })

    private static func key(_ language: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard language.count == 3 else { return nil }
        return UInt32(language[0]) &<< 16 | UInt32(language[1]) &<< 8 | UInt32(language[2])
    }

    /// Whether the articles of the language, three letters of the MARC code list, are in the table.
    public static func knows(_ language: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let key = key(language) else { return false }
        return entries.contains { $0.language == key }
    }

    /// Whether `word`, in lower case and with the apostrophe or hyphen that joins it, is an article of the language.
    ///
    /// - Parameter language: three letters of the MARC code list; nil asks for any language.
    public static func contains(
        _ word: UnsafeBufferPointer<UInt8>, of language: UnsafeBufferPointer<UInt8>?
    ) -> Bool {
        let wanted = language.map { key($0) ?? 0 }
        for entry in entries where wanted == nil || entry.language == wanted {
            if entry.articles.contains(where: { $0.bytes.equals(word) }) { return true }
        }
        return false
    }
}

extension Label {
    fileprivate init(_ text: StaticString) { self.init(start: text.utf8Start, length: text.utf8CodeUnitCount) }
}
