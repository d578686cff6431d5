internal import MARC
internal import MARC21
public import Update

/// 007s of which none is of the material that leader/06 names.
///
/// Source: MARC 21 Format for Bibliographic Data, leader/06, 007/00.
public struct MaterialCategoryDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.material-category-disagrees", .minor, .noted,
        what: "The record has fields 007, and none is for the kind of material that leader/06 names.",
        why: "Patrons who look for films or recordings are shown the wrong form, or do not find this one.",
        done: "The record is installed as it is.",
        repair: "Correct leader/06 or 007/00, or add the 007 that is missing.",
        example: """
            =LDR  00000cjm a2200000 a 4500
            =007  ta
            """)
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let first = record.first("007"), let fitting = Self.categories(record.view.leader.type) else { return }
        for field in record.fields("007") {
            // A reproduction, online or on microform, has a 007 of its own kind.
            guard let category = field.value.first, !fitting.contains(category), !Self.reproductions.contains(category)
            else { return }
        }
        log.report(
            Self.code, at: first.place(position: 0), before: first.value.slice(0, 1),
            "007 is for \(Words.character(first.value.first ?? 0x20)), and leader/06 is '\(Bytes.display([record.view.leader.type]))', which goes "
                + "with \(Words.list(fitting)); correct one of them")
    }

    private static let reproductions: ASCIISet = "chz|"

    private static func categories(_ type: UInt8) -> ASCIISet? {
        switch type {
        case UInt8(ascii: "g"): "vmg"
        case UInt8(ascii: "i"), UInt8(ascii: "j"): "s"
        case UInt8(ascii: "e"), UInt8(ascii: "f"): "adr"
        case UInt8(ascii: "m"): "c"
        case UInt8(ascii: "k"): "k"
        case UInt8(ascii: "c"), UInt8(ascii: "d"): "qt"
        default: nil
        }
    }
}
