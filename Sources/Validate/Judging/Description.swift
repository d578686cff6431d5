internal import MARC

/// By which rules a bibliographic record is described: what rules about wording and punctuation look at first, to stay
/// silent where they do not apply.
///
/// Source: MARC 21 Format for Bibliographic Data, leader/18 and 040 $b, $e; PCC policy on terminal periods (2019).
struct Description {
    /// leader/18.
    let form: UInt8
    /// 040 $b is `eng`, or absent in a record of an English text.
    let isEnglish: Bool
    /// 040 $b names another language than English.
    let isInOtherLanguage: Bool
    /// One of 040 $e is `rda`.
    let isRDA: Bool
    /// Every 040 $e names rules that punctuate as ISBD does, or there is none.
    let followsISBD: Bool
    /// The two digits of the year in which the record was entered, 008/00-01; nil where there are none.
    let yearEntered: Int?

    init(_ record: RecordCase) {
        form = record.view.leader[18]
        yearEntered = record.first("008").flatMap { $0.value.slice(0, 2).number }
        var (isEnglish, isRDA, followsISBD) = (
            record.first("008")?.value.slice(35, 3).equals("eng") ?? false, false, true
        )
        var isInOtherLanguage = false
        if let source = record.first("040") {
            for subfield in source.subfields {
                if subfield.code == UInt8(ascii: "b") {
                    isEnglish = subfield.value.isWord("eng")
                    isInOtherLanguage = !isEnglish
                }
                guard subfield.code == UInt8(ascii: "e") else { continue }
                if subfield.value.isWord("rda") {
                    isRDA = true
                } else if !Self.isISBD(subfield.value) {
                    followsISBD = false
                }
            }
        }
        (self.isEnglish, self.isRDA, self.followsISBD) = (isEnglish, isRDA, followsISBD)
        self.isInOtherLanguage = isInOtherLanguage
    }

    /// Whether the record says that its punctuation is that of ISBD, and has it.
    var hasPunctuation: Bool { (form == UInt8(ascii: "a") || form == UInt8(ascii: "i")) && followsISBD }

    /// Whether fields end with a full stop: as ``hasPunctuation``, in records made before it became optional in 2019, and
    /// not by libraries of other languages, whose rules have no such full stop.
    var hasFinalPunctuation: Bool {
        hasPunctuation && !isInOtherLanguage && yearEntered.map { $0 < 19 || $0 > 60 } ?? false
    }

    /// English wording by AACR2, which abbreviates.
    var isAACR2: Bool { form == UInt8(ascii: "a") && isEnglish && followsISBD && !isRDA }

    private static func isISBD(_ convention: ByteView) -> Bool {
        convention.begins(with: "aacr") || convention.begins(with: "dcr") || convention.begins(with: "isbd")
            || convention.isWord("pn") || convention.isWord("bdrb") || convention.isWord("gihc")
            || convention.isWord("amim")
    }
}

extension RecordCase {
    /// By which rules the record is described. To be asked only once there is something to say.
    var description: Description { Description(self) }
}
