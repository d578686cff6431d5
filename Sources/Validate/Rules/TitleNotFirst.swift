internal import MARC
internal import MARC21
public import Update

/// 245 that does not begin with $a. Archives may begin it with a form in $k.
public struct TitleNotFirst: FieldRule {
    public static let code = DefectCode(
        "validate.title-not-first", .minor, .noted,
        what: "Field 245 does not begin with the title in $a; only $6 and $8 may stand before it.",
        why: "Displays show the subfields as they stand: the title then begins with something else.",
        done: "The field is kept as it is.",
        repair: "Move $a to the head of the field; look whether what stands before it belongs elsewhere.",
        example: "=245  10$cA. Author.$aTitle /")
    public static let codes = [code]

    var tags: [TagPattern] { ["245"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "a")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let first = field.field.subfields.first {
            $0.code != UInt8(ascii: "6") && $0.code != UInt8(ascii: "8")
        }
        guard let first, first.code != UInt8(ascii: "a"), first.code != UInt8(ascii: "k") else { return }
        log.report(
            Self.code, at: field.place(subfield: first.code), before: first.value,
            "\(field.name) begins with \(Words.subfield(first.code)); move the title in $a before it")
    }
}
