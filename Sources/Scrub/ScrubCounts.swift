/// Changes that are no defects, counted for `summary.json`.
struct ScrubCounts: Sendable, Equatable {
    /// Records converted from MARC-8 as they, or the profile, declared.
    var marc8Converted = 0
    /// Records converted from Windows-1252 as the profile declared.
    var latin1Converted = 0
    /// Numeric character references in MARC-8 text that became characters.
    var numericReferences = 0
    /// Records with text that was composed to NFC.
    var composed = 0
    /// 066 left out of records that were converted from MARC-8.
    var characterSetFields = 0

    mutating func add(_ other: ScrubCounts) {
        marc8Converted += other.marc8Converted
        latin1Converted += other.latin1Converted
        numericReferences += other.numericReferences
        composed += other.composed
        characterSetFields += other.characterSetFields
    }

    /// By the names in `summary.json`, without those that are zero.
    var byName: [String: Int] {
        [
            "marc8-converted": marc8Converted, "latin1-converted": latin1Converted,
            "numeric-references-decoded": numericReferences, "composed-to-nfc": composed,
            "character-set-fields-dropped": characterSetFields,
        ].filter { $0.value > 0 }
    }
}
