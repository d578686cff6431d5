/// Changes that are no defects, counted for `summary.json`.
struct ScrubCounts: Sendable, Equatable {
    /// Records converted from MARC-8 as they, or the profile, declared.
    var marc8Converted = 0
    /// Records converted from Windows-1252 as the profile declared.
    var latin1Converted = 0
    /// Records converted from the code page that the profile declared.
    var convertedFromCodePage: [CodePage: Int] = [:]
    /// Numeric character references in MARC-8 text that became characters.
    var numericReferences = 0
    /// Records with text that was composed to NFC.
    var composed = 0
    /// 066 left out of records that were converted from MARC-8.
    var characterSetFields = 0
    /// Leaders of records in XML that did not say Unicode in position 09 and now do.
    var leadersOfXML = 0
    /// Records with characters beyond ASCII, by the encoding that they were read in.
    var readAsUTF8 = 0
    var readAsMARC8 = 0
    var readAsWindows1252 = 0
    var readAsCodePage: [CodePage: Int] = [:]
    /// Those whose bytes fit no encoding well; they were read as declared.
    var encodingUnclear = 0
    /// Records that are surely in another encoding than is declared.
    var lies: [EncodingLie: Int] = [:]

    /// Records with characters beyond ASCII.
    var telling: Int {
        readAsUTF8 + readAsMARC8 + readAsWindows1252 + encodingUnclear + readAsCodePage.values.reduce(0, +)
    }

    /// Counts a record by how it was read.
    mutating func count(_ verdict: EncodingVerdict) {
        switch (verdict.basis, verdict.encoding) {
        case (.ascii, _): break
        case (.unclear, _): encodingUnclear += 1
        case (_, .utf8): readAsUTF8 += 1
        case (_, .marc8): readAsMARC8 += 1
        case (_, .windows1252): readAsWindows1252 += 1
        case (_, .codePage(let page)): readAsCodePage[page, default: 0] += 1
        }
    }

    mutating func add(_ other: ScrubCounts) {
        marc8Converted += other.marc8Converted
        latin1Converted += other.latin1Converted
        convertedFromCodePage.merge(other.convertedFromCodePage, uniquingKeysWith: +)
        readAsCodePage.merge(other.readAsCodePage, uniquingKeysWith: +)
        numericReferences += other.numericReferences
        composed += other.composed
        characterSetFields += other.characterSetFields
        readAsUTF8 += other.readAsUTF8
        readAsMARC8 += other.readAsMARC8
        readAsWindows1252 += other.readAsWindows1252
        encodingUnclear += other.encodingUnclear
        lies.merge(other.lies, uniquingKeysWith: +)
        leadersOfXML += other.leadersOfXML
    }

    /// By the names in `summary.json`, without those that are zero.
    var byName: [String: Int] {
        var counts = [
            "marc8-converted": marc8Converted, "latin1-converted": latin1Converted,
            "numeric-references-decoded": numericReferences, "composed-to-nfc": composed,
            "character-set-fields-dropped": characterSetFields, "xml-leaders-set-to-unicode": leadersOfXML,
            "read-as-utf8": readAsUTF8, "read-as-marc8": readAsMARC8,
            "read-as-windows1252": readAsWindows1252, "encoding-unclear": encodingUnclear,
        ]
        for (page, count) in convertedFromCodePage { counts["\(page.word)-converted"] = count }
        for (page, count) in readAsCodePage { counts["read-as-\(page.word)"] = count }
        return counts.filter { $0.value > 0 }
    }
}
