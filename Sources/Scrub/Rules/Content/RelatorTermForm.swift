internal import MARC
internal import MARC21
internal import Update

/// Relator terms ($e) in capitals that the MARC list has in small letters: `Author`, `ILLUSTRATOR.`
enum RelatorTermForm: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "relator-terms"

    static func apply(to work: inout ScrubWork) {
        // In German nouns have a capital.
        guard work.record.withView({ Wording($0).mayBeEnglish }) else { return }
        work.rewrite(code) { value, text in
            guard value.code == UInt8(ascii: "e"), isName(value.field.tag), UTF8Check.isASCII(value.bytes),
                value.bytes.contains(where: ByteContext.isUpper)
            else { return nil }
            let lower = value.bytes.map { ByteContext.isUpper($0) ? $0 | 0x20 : $0 }
            let term = lower.reversed().drop { " .,".utf8.contains($0) }.reversed()
            guard terms.contains(Array(term)) else { return nil }
            text = lower
            return "\(value.name) is \(Bytes.display(value.bytes)), in the list of relators \(Bytes.display(lower))"
        }
    }

    /// Persons and bodies; in X11 $e is part of the name.
    private static func isName(_ tag: Tag) -> Bool {
        switch tag {
        case "100", "110", "700", "710": true
        default: false
        }
    }

    private static let terms = Set(CodeList.relators.codes.entries.map { Array($0.label.lowercased().utf8) })

    static let code = DefectCode(
        "scrub.relator-term-form", .info, .repaired,
        what: "A relator term ($e) is written with capital letters.",
        why: "Facets and displays list the same relation twice.",
        done: "The term was put in small letters, as the contributor's profile asks (repairs: [relator-terms]).",
        repair: "Write relator terms in small letters, as the list has them.",
        example: "=700  1\\$aEditor, B.,$eEditor.")
}
