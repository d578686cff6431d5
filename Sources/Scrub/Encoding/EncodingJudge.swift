internal import MARC

/// Decides how a record is encoded. Never a wild guess: well-formed UTF-8 and faultless escape sequences prove
/// themselves, and anything else than what was declared has to win by a margin.
struct EncodingJudge {
    /// What the record, or the profile, says.
    let declared: TextEncoding
    let survey: Survey

    /// The share of the bytes from 80 hex on that has to make sense in an encoding that was not declared.
    private static let enough = 0.75
    /// The same for what was declared; for MARC-8 of 1,735 such records in real files 1,640 come to 0.9 and more, and
    /// those in Cyrillic code pages to less than zero.
    private static let enoughAsDeclared = 0.4
    /// By how much it has to be ahead of the other.
    private static let margin = 0.25
    /// The same where the other is MARC-8 and was declared.
    private static let marginOverDeclared = 0.5

    func verdict(on view: RecordView) -> EncodingVerdict {
        guard survey.signs.contains(.nonASCII) || survey.signs.contains(.escape) else {
            return EncodingVerdict(encoding: .utf8, basis: .ascii)
        }
        if !survey.hasIllegalUTF8, survey.signs.contains(.nonASCII) {
            if let verdict = verdictAgainstUTF8(view) { return verdict }
            return EncodingVerdict(encoding: .utf8, basis: declared == .utf8 ? .declared : .proven)
        }
        if survey.signs.contains(.escape), let verdict = verdictByEscapes(view) { return verdict }
        if survey.hasIllegalUTF8 { return verdictByWeight(view) }
        return EncodingVerdict(encoding: .utf8, basis: .ascii)
    }

    /// Escape sequences that decode without a fault are MARC-8's; as declared, they may have faults.
    private func verdictByEscapes(_ view: RecordView) -> EncodingVerdict? {
        let trial = MARC8Trial(view)
        if trial.isFaultless, trial.leavesDefaultSets || declared == .marc8 {
            return EncodingVerdict(encoding: .marc8, basis: declared == .marc8 ? .declared : .proven)
        }
        let evidence = EncodingEvidence(view)
        if declared == .marc8, evidence.sequences <= evidence.illegal {
            return EncodingVerdict(encoding: .marc8, basis: .declared)
        }
        return nil
    }

    /// A few words in CP866 may be UTF-8 by chance, of letters that nobody meant: then the page fits them.
    private func verdictAgainstUTF8(_ view: RecordView) -> EncodingVerdict? {
        guard let page = declared.codePage, EncodingEvidence(view, codePage: page).page.score >= Self.enough else {
            return nil
        }
        return EncodingVerdict(encoding: declared, basis: .declared)
    }

    private func verdictByWeight(_ view: RecordView) -> EncodingVerdict {
        let evidence = EncodingEvidence(view, codePage: declared.codePage)
        func verdict(_ encoding: TextEncoding, _ basis: EncodingVerdict.Basis) -> EncodingVerdict {
            EncodingVerdict(
                encoding: encoding, basis: encoding == declared ? .declared : basis, evidence: evidence.text)
        }
        var unclear: EncodingVerdict {
            EncodingVerdict(
                encoding: declared, basis: .unclear, evidence: evidence.text, suggestion: pageThatFits(view))
        }
        if declared.codePage != nil, isMeant(evidence) { return verdict(declared, .declared) }
        if evidence.sequences > evidence.illegal { return verdict(.utf8, .weighed) }
        let (marc8, latin) = (evidence.marc8.score, evidence.latin.score)
        if declared == .marc8 {
            let isLatin = evidence.isVaried && latin >= Self.enough && latin - marc8 >= Self.marginOverDeclared
            if isLatin { return verdict(.windows1252, .weighed) }
            return marc8 >= Self.enoughAsDeclared || evidence.marc8.isOnePossible ? verdict(.marc8, .declared) : unclear
        }
        if declared == .windows1252, marc8 - latin < Self.marginOverDeclared || marc8 < Self.enough {
            return latin >= Self.enoughAsDeclared || evidence.latin.bad == 0
                ? verdict(.windows1252, .declared) : unclear
        }
        if declared.codePage != nil, marc8 - evidence.page.score < Self.marginOverDeclared { return unclear }
        if marc8 >= Self.enough, marc8 - latin >= Self.margin { return verdict(.marc8, .weighed) }
        if evidence.isVaried, latin >= Self.enough, latin - marc8 >= Self.margin {
            return verdict(.windows1252, .weighed)
        }
        return unclear
    }

    /// The code page that a profile might name, because the bytes fit it and none of the others.
    private func pageThatFits(_ view: RecordView) -> CodePage? {
        let scores = CodePage.allCases.map { page in
            let tally = EncodingEvidence(view, codePage: page).page
            return (page: page, score: tally.total < Self.fewest ? -1 : tally.score)
        }.sorted { $0.score > $1.score }
        return scores[0].score >= Self.enough && scores[0].score - scores[1].score >= Self.margin ? scores[0].page : nil
    }

    /// Fewer bytes from 80 hex on show no code page.
    private static let fewest = 4

    /// Whether the bytes are what they have to be in the code page that is declared.
    private func isMeant(_ evidence: EncodingEvidence) -> Bool {
        let page = evidence.page
        let isMARC8 =
            evidence.marc8.score >= Self.enough && evidence.marc8.score - page.score >= Self.marginOverDeclared
        return !isMARC8 && (page.score >= Self.enoughAsDeclared || page.bad == 0)
    }
}

/// A record decoded as MARC-8 for the sake of what goes wrong.
private struct MARC8Trial {
    private(set) var isFaultless = true
    /// Some field has another set in force than the two that every field starts with.
    private(set) var leavesDefaultSets = false
    private var decoder = MARC8Decoder()
    private var text: [UInt8] = []
    private var faults: [MARC8Fault] = []

    init(_ view: RecordView) {
        for field in view.fields {
            decoder.startField()
            if field.tag.isControl {
                decode(field.value)
            } else {
                for subfield in field.subfields { decode(subfield.value) }
            }
        }
        isFaultless = faults.isEmpty
    }

    private mutating func decode(_ value: ByteView) {
        text.removeAll(keepingCapacity: true)
        decoder.decode(value, into: &text, faults: &faults)
        // A set that was left again before the value's end shows in text that is not what the bytes are.
        if !decoder.hasDefaultSets || !text.elementsEqual(value) { leavesDefaultSets = true }
    }
}
