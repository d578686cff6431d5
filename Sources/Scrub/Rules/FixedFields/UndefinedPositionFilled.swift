internal import MARC
internal import MARC21
internal import Update

/// Positions of fixed fields that the format leaves undefined, with something in them.
enum UndefinedPositionFilled: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "undefined-positions"

    static func apply(to work: inout ScrubWork) {
        work.rewriteElements(code) { element, field in
            // Many positions filled are those of another type of record.
            guard element.definition.isUndefined, element.definition.count == 1, !element.isCurrent, field.index != nil
            else { return nil }
            // Anything else amiss, and the field may be shifted or of another type: then nothing is surplus.
            guard field.isCurrent(but: { $0.definition.isUndefined }) else { return nil }
            let value = [UInt8](repeating: 0x20, count: element.definition.count)
            return (
                value, "\(element.name) is undefined and holds \(Bytes.display(element.value)); made blank"
            )
        }
    }

    static let code = DefectCode(
        "scrub.undefined-position-filled", .info, .repaired,
        what: "A position of a fixed field that MARC 21 leaves undefined is neither blank nor filled by |.",
        why: "The character means nothing, or is the remains of a definition long withdrawn.",
        done: """
            The position was made blank where all the rest of the field is valid, as the contributor's profile asks \
            (repairs: [undefined-positions]).
            """,
        repair: "Set the position to a blank in the library's system.",
        example: "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\00110\\eng\\d")
}
