internal import MARC
internal import Update

/// Bytes that are not UTF-8 in a record that is.
enum UTF8Illegal: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for fault in work.reading.faults where fault.kind == .illegalUTF8 {
            let isVital = work.isVital(fault.place)
            work.report(
                code, at: fault.place, before: fault.before, after: fault.after,
                action: isVital ? .recordRejected : nil,
                "\(fault.bytesShown) in \(PlaceName.of(fault.place)) is not UTF-8 and was replaced by U+FFFD"
                    + (isVital ? "; a record cannot be installed so" : "")
                    + ": correct the text and send the record again")
        }
    }

    static let code = DefectCode(
        "scrub.utf8-illegal", .major, .repaired,
        what: "The record is in UTF-8, but some bytes of it are not.",
        why: "The letters that stood there are lost: the word is misspelt and is not found.",
        done: "Each such place shows as U+FFFD. Where it is in the control number or in 245 the record is set aside.",
        repair:
            "Correct the text in the library's system; where many records have it, the export cuts or mixes codings.",
        example: "=500  \\\\$aMünchen, Köln, Z{xFC}rich")
}

extension ScrubWork {
    /// Whether the record cannot do with a letter lost there: in its number and its title.
    func isVital(_ place: FieldPlace) -> Bool { place.tag == "245" && !isDelete || isIdentity(place) }

    /// Whether the record's number stands there.
    func isIdentity(_ place: FieldPlace) -> Bool {
        if place.tag == "001" { return true }
        return place.tag == settings.controlNumber.tag && place.subfield == settings.controlNumber.subfield
    }
}

extension PlaceName {
    static func of(_ place: FieldPlace) -> String { place.tag.map { of($0, place.subfield) } ?? "the record" }
}
