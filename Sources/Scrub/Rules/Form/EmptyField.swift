internal import MARC
internal import Update

/// Fields with nothing in them.
enum EmptyField: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        guard work.isRepaired || !work.signs.isDisjoint(with: [.empty, .noSubfields, .noDelimiter]) else { return }
        work.dropFields(code, where: { $0.tag.isControl ? $0.value.isEmpty : $0.subfields.isEmpty }) {
            "\($0.tag) has no \($0.tag.isControl ? "data" : "subfields") and was left out"
        }
    }

    static let code = DefectCode(
        "scrub.empty-field", .minor, .partDropped,
        what: "A field has no data: no subfield is left in it, or a control field is empty.",
        why: "Displays show an empty line, and some programs refuse the record.",
        done: "The field was left out.",
        repair: "Fill the field or delete it in the library's system; templates often leave such fields.",
        example: "=500  \\\\$a")
}
