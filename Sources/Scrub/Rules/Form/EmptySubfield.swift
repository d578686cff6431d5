internal import MARC
internal import Update

/// Subfields with nothing in them, or nothing but blanks.
enum EmptySubfield: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        guard work.signs.contains(.empty) || work.isRepaired else { return }
        let all = work.subfields { $0.bytes.allSatisfy { $0 == 0x20 } }
        for found in all {
            work.report(
                code, at: found.place, before: found.value,
                "\(found.name) is \(found.value.isEmpty ? "empty" : "blank") and was left out")
        }
        work.remove(all)
    }

    static let code = DefectCode(
        "scrub.empty-subfield", .minor, .partDropped,
        what: "A subfield has nothing in it, or nothing but blanks.",
        why: "Displays show stray punctuation or an empty line, and some programs refuse the record.",
        done: "The subfield was left out.",
        repair: "Fill the subfield or delete it in the library's system; templates often leave such subfields.",
        example: "=245  10$aTitle /$b$cA. Author.")
}
