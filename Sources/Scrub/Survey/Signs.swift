/// What there is in a record that may concern a rule. A rule whose signs are absent is not asked, so that a clean record
/// costs one look at its bytes.
struct Signs: OptionSet, Sendable {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// In every record: the rule has to look for itself.
    static let always = Signs(rawValue: 1 << 0)

    // The text
    /// A byte from 80 hex on.
    static let nonASCII = Signs(rawValue: 1 << 1)
    /// A character from U+0300 on: what may be a mark.
    static let beyondLatin = Signs(rawValue: 1 << 2)
    /// An escape character.
    static let escape = Signs(rawValue: 1 << 3)
    /// A tab, a line feed or a carriage return.
    static let lineBreak = Signs(rawValue: 1 << 4)
    /// Another control character, or what Unicode keeps for no character.
    static let control = Signs(rawValue: 1 << 5)
    /// A blank other than U+0020.
    static let oddSpace = Signs(rawValue: 1 << 6)
    /// A blank at an end of a subfield, or two in a row.
    static let blanks = Signs(rawValue: 1 << 7)
    /// U+FFFD as received.
    static let replacement = Signs(rawValue: 1 << 8)
    /// A character that shows nothing.
    static let invisible = Signs(rawValue: 1 << 9)

    // The form
    /// An indicator that is none of 0-9, a-z and the blank, or is missing.
    static let indicator = Signs(rawValue: 1 << 10)
    /// A subfield code that is none of 0-9 and a-z.
    static let code = Signs(rawValue: 1 << 11)
    /// Data that no delimiter introduces.
    static let noDelimiter = Signs(rawValue: 1 << 12)
    /// A subfield or control field without anything in it but blanks.
    static let empty = Signs(rawValue: 1 << 13)
    /// A data field without subfields.
    static let noSubfields = Signs(rawValue: 1 << 14)
    /// A tag that is not three letters or digits.
    static let tag = Signs(rawValue: 1 << 15)
    /// A leader that is not as every stored leader is.
    static let leader = Signs(rawValue: 1 << 16)

    // What the reading of the encoding left to report
    static let reading = Signs(rawValue: 1 << 17)

    // The fields, and the 880 that are linked to them
    static let field008 = Signs(rawValue: 1 << 18)
    static let field020 = Signs(rawValue: 1 << 19)
    static let field022 = Signs(rawValue: 1 << 20)
    static let field035 = Signs(rawValue: 1 << 21)
    static let field041 = Signs(rawValue: 1 << 22)
    static let field066 = Signs(rawValue: 1 << 23)
    static let field33X = Signs(rawValue: 1 << 24)
    static let field880 = Signs(rawValue: 1 << 25)

    /// What says nothing of a field: in the record as a whole, in its leader, or in how its bytes were read.
    static let ofRecord: Signs = [.always, .leader, .reading]

    // More about the text
    /// A character that stands on the one before it.
    static let mark = Signs(rawValue: 1 << 26)
    /// A character that Unicode leaves to private agreement.
    static let privateUse = Signs(rawValue: 1 << 27)
    /// A Greek or Cyrillic letter.
    static let greekOrCyrillic = Signs(rawValue: 1 << 28)

    /// All that scrub has to look into again after the text was decoded.
    static let text: Signs = [
        .nonASCII, .beyondLatin, .escape, .lineBreak, .control, .oddSpace, .blanks, .replacement, .invisible, .empty,
        .mark, .privateUse, .greekOrCyrillic,
    ]
}
