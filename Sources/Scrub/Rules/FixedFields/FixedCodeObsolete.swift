internal import MARC
internal import MARC21
internal import Update

/// Codes of the leader and the fixed fields that MARC 21 has withdrawn and given one successor of the same meaning.
enum FixedCodeObsolete: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "obsolete-codes"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .bibliographic else { return }
        work.rewriteElements(code) { element, field in
            // A code that was never defined in the same field: it may be that of another type of record.
            guard !element.isCurrent, field.elements.allSatisfy({ $0.standing != .undefined }) else { return nil }
            let value = element.value.map { successor(of: $0, in: element) ?? $0 }
            guard element.isCurrent(value) else { return nil }
            return (
                value,
                "\(element.name) holds the withdrawn code \(Bytes.display(element.value)), today "
                    + Bytes.display(value)
            )
        }
    }

    private static func successor(of byte: UInt8, in element: FixedElement) -> UInt8? {
        let byte = Unicode.Scalar(byte)
        let found: Unicode.Scalar? =
            switch element.tag {
            case "LDR": element.definition.first == 17 && byte == "6" ? "7" : nil
            case "007": successor007(of: byte, element.variant, element.definition.first)
            default: successor008(of: byte, element.variant, element.positionIn008)
            }
        return found.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// Source: MARC 21 bibliographic format, 007, "Content Designator History": the codes whose meaning is, word for word,
    /// that of a present code.
    private static func successor007(
        of byte: Unicode.Scalar, _ variant: String, _ position: Int
    ) -> Unicode.Scalar? {
        switch (variant, position, byte) {
        case ("Map", 3, "b"), ("Globe", 3, "b"): "c"
        case ("Motion picture", 9, "h"): "z"
        case ("Remote-sensing image", 1, " "): "u"
        case ("Sound recording", 1, "c"): "e"
        case ("Sound recording", 1, "f"): "i"
        case ("Sound recording", 7, "a"): "m"
        case ("Sound recording", 7, "b"): "o"
        case ("Sound recording", 7, "c"): "p"
        case ("Videorecording", 7, "n"): "m"
        default: nil
        }
    }

    /// Source: the same, 008: nature of contents, government publication, target audience, literary form, technique,
    /// cataloging source.
    private static func successor008(
        of byte: Unicode.Scalar, _ variant: String, _ position: Int
    ) -> Unicode.Scalar? {
        switch (variant, position, byte) {
        case ("BK", 24...27, "h"): "f"
        case ("BK", 24...27, "x"): "t"
        case ("BK", 24...27, "3"), ("CR", 24...27, "3"): "k"
        case ("BK", 24...27, "4"), ("CR", 24...27, "4"): "q"
        case (_, 28, "n"): "o"
        case ("BK", 22, "u"), ("BK", 22, "v"), ("MU", 22, "u"), ("MU", 22, "v"): "j"
        case ("BK", 33, " "): "0"
        case ("VM", 33, "e"): "v"
        case ("VM", 34, " "): "n"
        case ("", 39, "a"), ("", 39, "b"), ("", 39, "l"): " "
        case ("", 39, "o"): "d"
        default: nil
        }
    }

    static let code = DefectCode(
        "scrub.fixed-code-obsolete", .info, .repaired,
        what:
            "A position of the leader, 006, 007 or 008 holds a code that MARC 21 has withdrawn in favour of another one.",
        why:
            "Programs written since then do not know the code, so that limits by audience, form or contents miss the title.",
        done: """
            The code was replaced by its successor, where it has exactly one of the same meaning, as the contributor's \
            profile asks (repairs: [obsolete-codes]).
            """,
        repair: "Replace the code in the library's system; newer copies of the record have the present one.",
        example: "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\h\\\\\\\\001\\0\\eng\\d")
}

extension FixedElement {
    /// The standing of what is in the element, earlier definitions of the place included.
    var standing: Standing {
        value.withUnsafeBufferPointer { definition.standing(of: $0) }
    }
}
