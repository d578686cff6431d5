internal import MARC
public import Update

/// A field of the description with more opening than closing brackets, or the other way round.
public struct BracketsUnbalanced: FieldRule {
    public static let code = DefectCode(
        "validate.brackets-unbalanced", .info, .noted,
        what: "Parentheses or square brackets in a field are not closed, or close what was never opened.",
        why: "It cannot be told which part of the text was supplied by a cataloguer, and the display looks broken.",
        done: "The field is kept as it is.",
        repair: "Add or delete the bracket.",
        example: "=260  \\\\$aNew York :$bPublisher,$c[1993.")
    public static let codes = [code]

    var tags: [TagPattern] { ["245", "246", "250", "260", "264", "300", "490", "830"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        // Most fields have none.
        guard field.field.value.hasAny(of: "()[]") else { return }
        var (round, square) = (BracketCount(), BracketCount())
        for subfield in field.field.subfields where subfield.code.isLowerCase {
            for byte in subfield.value {
                switch byte {
                case UInt8(ascii: "("): round.open()
                case UInt8(ascii: ")"): round.close()
                case UInt8(ascii: "["): square.open()
                case UInt8(ascii: "]"): square.close()
                default: break
                }
            }
        }
        guard !round.isBalanced || !square.isBalanced, !Self.isEmoticonOrList(round, square) else { return }
        log.report(
            Self.code, at: field.place(), before: field.first("a"),
            "\(field.name) has \(round.isBalanced ? square.words("square brackets") : round.words("parentheses")); "
                + "add or delete one")
    }

    /// A closing parenthesis alone, as in `a) text`, numbers a list.
    private static func isEmoticonOrList(_ round: BracketCount, _ square: BracketCount) -> Bool {
        square.isBalanced && round.opened == 0
    }

    /// How often a kind of bracket opens and closes.
    private struct BracketCount {
        var opened = 0
        var closed = 0
        var closesFirst = false

        mutating func open() { opened += 1 }

        mutating func close() {
            closed += 1
            if closed > opened { closesFirst = true }
        }

        var isBalanced: Bool { opened == closed && !closesFirst }

        func words(_ kind: String) -> String {
            opened == closed ? "\(kind) that close before they open" : "\(opened) opening and \(closed) closing \(kind)"
        }
    }
}
