internal import MARC
internal import MARC21
internal import Update

/// 336, 337 or 338 with a term of RDA whose code or source is missing.
enum ContentTypeIncomplete: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field33X

    static func apply(to work: inout ScrubWork) {
        let parts = work.record.withView { view in
            view.fields.compactMap { Source.holds($0.tag) ? Missing($0) : nil }
        }
        for part in parts {
            for subfield in part.subfields {
                work.record.insertSubfield(subfield.code, subfield.value, at: subfield.index, of: part.field)
            }
            let added = part.subfields.map { "$\(Bytes.display([$0.code]))\(Bytes.display($0.value))" }.joined()
            work.report(
                code, at: part.place, before: part.term, after: part.term + Array(added.utf8),
                "\(PlaceName.of(part.place)) has the term \(Bytes.display(part.term)) without its \(added); it was added"
            )
        }
    }

    /// What a field lacks.
    private struct Missing {
        let field: Int
        let place: FieldPlace
        let term: [UInt8]
        /// What to insert, and where, one after another.
        private(set) var subfields: [(code: UInt8, value: [UInt8], index: Int)] = []

        /// nil where the field lacks nothing, or has not exactly one $a that is a term of the list.
        init?(_ view: FieldView) {
            let (given, named) = (view.subfield("b"), view.subfield("2"))
            // Most fields have both: the list need not be searched for them.
            if given != nil, named != nil { return nil }
            guard let source = Source(view.tag), view.subfields.count(where: { $0.code == UInt8(ascii: "a") }) == 1,
                let term = view.subfield("a"), let code = source.list.code(ofTerm: term)
            else { return nil }
            (field, place, self.term) = (view.index, view.place(), Array(term))
            let isOurs =
                named.map { $0.elementsEqual(source.name.utf8) || $0.elementsEqual(source.shortName.utf8) } ?? true
            guard isOurs, given.map({ $0.elementsEqual(code.utf8) }) ?? true else { return nil }
            let codes = view.subfields.map(\.code)
            if given == nil {
                let index = codes.firstIndex(of: UInt8(ascii: "a")) ?? 0
                subfields.append((UInt8(ascii: "b"), Array(code.utf8), index + 1))
            }
            if named == nil {
                // Before $3, $6 and the like, which stand last.
                let index = codes.lastIndex(where: ByteContext.isLower) ?? 0
                subfields.append((UInt8(ascii: "2"), Array(source.name.utf8), index + 1 + subfields.count))
            }
            if subfields.isEmpty { return nil }
        }
    }

    /// The list that a field takes its term from, and its name in $2.
    private struct Source {
        let list: CodeList
        let name: String
        let shortName: String

        /// 336, 337, 338.
        static func holds(_ tag: Tag) -> Bool { (0x333336...0x333338).contains(tag.rawValue) }

        init?(_ tag: Tag) {
            switch tag {
            case "336": (list, name, shortName) = (.contentTypes, "rdacontent", "rdaco")
            case "337": (list, name, shortName) = (.mediaTypes, "rdamedia", "rdamt")
            case "338": (list, name, shortName) = (.carrierTypes, "rdacarrier", "rdact")
            default: return nil
            }
        }
    }

    static let code = DefectCode(
        "scrub.content-type-incomplete", .info, .repaired,
        what: "Field 336, 337 or 338 has a term of RDA, but not the code ($b) or the source ($2) that belongs to it.",
        why: "Displays that choose an icon by the code show none.",
        done: "The code and the source of the term were added.",
        repair: "Nothing has to be done; adding $b and $2 in the library's system is good practice.",
        example: "=336  \\\\$atext$2rdacontent")
}

extension CodeList {
    /// The code of a term, spelt as in the list; nil where it has none.
    fileprivate func code(ofTerm term: ByteView) -> String? {
        codes.entries.first { $0.label.utf8.elementsEqual(term) }?.code
    }
}
