internal import MARC
internal import Update

/// U+FFFD as received: a letter was lost before the record came.
enum ReplacementCharacter: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .replacement

    static func apply(to work: inout ScrubWork) {
        var found: [(place: FieldPlace, bytes: [UInt8])] = []
        work.forEachValue { value in
            if holdsReplacement(value.bytes) { found.append((value.place, Array(value.bytes))) }
        }
        for (place, bytes) in found
        where !work.reading.faults.contains(where: { $0.place == place && $0.after == bytes }) {
            work.report(code, at: place, before: bytes, "\(PlaceName.of(place)) holds U+FFFD where a letter was lost")
        }
    }

    private static func holdsReplacement(_ bytes: ByteView) -> Bool {
        bytes.indices.contains { bytes[$0] == 0xEF && bytes.slice($0, 3).elementsEqual(UTF8Text.replacement) }
    }

    static let code = DefectCode(
        "scrub.replacement-character", .minor, .noted,
        what: "A field holds U+FFFD, which stands for a letter that some program could not read.",
        why: "The word is misspelt and is not found.",
        done: "Nothing: the letter was lost before the record was sent.",
        repair: "Correct the text in the library's system, and find out which program damages it.",
        example: "=245  10$aZ{xEF}{xBF}{xBD}rich /$cA. Author.")
}
