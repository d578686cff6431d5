internal import MARC
internal import MARC21
public import Update

/// A conference as main entry of a text that 008/29 does not call one.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/29 (books, continuing resources), 111.
public struct ConferenceNotCoded: RecordRule {
    public static let code = DefectCode(
        "validate.conference-not-coded", .info, .noted,
        what: "The main entry is a conference in 111, and 008/29 is 0.",
        why: "Patrons who look for proceedings do not find these.",
        done: "The record is installed as it is.",
        repair: "Set 008/29 to 1.",
        example: "=111  2\\$aConference on Examples$d(1993 :$cBoston)")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let conference = record.first("111"),
            BookCodes.describes(record) || record.view.leader.level == UInt8(ascii: "s"),
            record.view.leader.type == UInt8(ascii: "a"), let fixed = record.fixedField, fixed.value.count > 29,
            fixed.value[29] == UInt8(ascii: "0")
        else { return }
        log.report(
            Self.code, at: fixed.place(position: 29), before: [fixed.value[29]],
            "the main entry is the conference \(Bytes.display(conference.subfield("a") ?? conference.value, limit: 60)), and 008/29 "
                + "is 0; set it to 1")
    }
}
