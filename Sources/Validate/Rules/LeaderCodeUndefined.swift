internal import MARC
internal import MARC21
public import Update

/// Leader positions of little weight that hold something their format does not define.
public struct LeaderCodeUndefined: RecordRule {
    public static let code = DefectCode(
        "validate.leader-code-undefined", .minor, .noted,
        what: """
            A position of the leader (05 record status, 07 outside bibliographic records, 08 type of control, 17 encoding \
            level, 18 cataloguing form, 19 multipart level) holds a character that MARC 21 does not define.
            """,
        why: "Programs that read the position guess: a fuller record may be taken for a brief one.",
        done: "The record is installed as it is.",
        repair: "Correct the leader in the cataloguing module, or the default that your system writes on export.",
        example: "=LDR  00000cam a2200000xa 4500")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }

    private static let positions: InlineArray<6, Int> = [5, 7, 8, 17, 18, 19]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        for index in Self.positions.indices {
            let position = Self.positions[index]
            let found = record.view.leader[position]
            // The level of bibliographic records has rules of its own.
            if position == 7, record.kind == .bibliographic { continue }
            if position == 5, record.hasEmptyLeader { continue }
            if !record.norms.leader(position).contains(found) { judge(found, position, record, &log) }
        }
    }

    private func judge(_ found: UInt8, _ position: Int, _ record: RecordCase, _ log: inout DefectLog) {
        guard let element = record.format.leader.position(at: position),
            element.codes.standing(of: found) == .undefined, !Self.isOCLC(found, position, record.kind)
        else { return }
        log.report(
            Self.code, at: .leader(position), before: [found],
            "leader/\(Words.twoDigits(position)) (\(element.label)) is \(Words.character(found)); "
                + "\(record.kind.name) records have \(Words.list(element.codes.currentCharacters))")
    }

    /// The encoding levels that OCLC defines beside the format's own; they stand in most records that came through it.
    ///
    /// Source: OCLC, Bibliographic Formats and Standards, "ELvl: Encoding Level".
    private static func isOCLC(_ found: UInt8, _ position: Int, _ kind: RecordKind) -> Bool {
        guard position == 17, kind == .bibliographic else { return false }
        return switch found {
        case UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "J"), UInt8(ascii: "K"), UInt8(ascii: "L"),
            UInt8(ascii: "M"):
            true
        default: false
        }
    }
}
