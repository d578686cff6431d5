internal import MARC
internal import Update

/// Fields whose tag is not three letters or digits.
enum TagMalformed: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .tag
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        work.dropFields(code, where: { !$0.tag.isWellFormed }) {
            "the tag \($0.tag) is not three letters or digits; the field was left out"
        }
    }

    static let code = DefectCode(
        "scrub.tag-malformed", .major, .partDropped,
        what: "A field's tag is not three letters or digits.",
        why: "Nobody can say what the field is; most programs refuse the record.",
        done: "The field was left out, the rest of the record kept.",
        repair: "Correct the field's tag in the library's system.",
        example: "=2 5  10$aTitle")
}
