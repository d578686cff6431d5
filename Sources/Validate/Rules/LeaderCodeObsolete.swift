internal import MARC
internal import MARC21
public import Update

/// Leader positions with a code that MARC 21 has withdrawn.
public struct LeaderCodeObsolete: RecordRule {
    public static let code = DefectCode(
        "validate.leader-code-obsolete", .info, .noted,
        what: "A position of the leader holds a code that MARC 21 once defined and has withdrawn.",
        why: "Programs written since then may not know it. Old records often have such codes, and they do little harm.",
        done: "The record is installed as it is.",
        repair: "Nothing need be done at once; newer copies of the record have the present code.",
        example: "=LDR  00000cam a2200000 p 4500")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }

    private static let positions: InlineArray<7, Int> = [5, 6, 7, 8, 17, 18, 19]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        for index in Self.positions.indices {
            let position = Self.positions[index]
            let found = record.view.leader[position]
            if record.norms.leader(position).contains(found) { continue }
            guard let element = record.format.leader.position(at: position),
                element.codes.standing(of: found) == .obsolete
            else { continue }
            let meaning = element.codes.entry(found)?.label ?? ""
            log.report(
                Self.code, at: .leader(position), before: [found],
                "leader/\(Words.twoDigits(position)) (\(element.label)) has the obsolete code \(Words.character(found))"
                    + (meaning.isEmpty ? "" : ", \(meaning)"))
        }
    }
}
