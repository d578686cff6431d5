internal import MARC
internal import Update

/// An added entry (700-711) for a name that the record has as main entry or as another added entry already.
enum NameDuplicated: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "duplicate-names"

    static func apply(to work: inout ScrubWork) {
        let surplus = work.record.withView { view -> Set<Int> in
            var entries: [Entry] = []
            var surplus: Set<Int> = []
            for field in view.fields {
                guard let entry = Entry(field) else { continue }
                if field.tag.first == UInt8(ascii: "7"), entries.contains(where: { $0.covers(entry) }) {
                    surplus.insert(field.index)
                } else {
                    entries.append(entry)
                }
            }
            return surplus
        }
        work.dropFields(code, where: { surplus.contains($0.index) }) {
            "\($0.tag) names somebody whom the record names already, and says nothing more; it was left out"
        }
    }

    /// A name without a title of its own.
    private struct Entry {
        let kind: (UInt8, UInt8)
        let name: [UInt8]
        /// Relators, numbers of authority records and the like.
        let rest: Set<[UInt8]>

        /// nil for fields that are no names, that name a work too, or that are linked, explained or of one library only.
        init?(_ field: FieldView) {
            switch field.tag {
            case "100", "110", "111", "700", "710", "711": break
            default: return nil
            }
            let codes = field.subfields.map(\.code)
            guard !codes.contains(where: { "tfhklmorsx3568i".utf8.contains($0) }) else { return nil }
            kind = (field.tag.third, field.indicator1)
            let isName: (UInt8) -> Bool = { "abcdjnqgu".utf8.contains($0) }
            name = field.subfields.filter { isName($0.code) }.flatMap { [0x1F, $0.code] + Self.trimmed($0.value) }
            rest = Set(field.subfields.filter { !isName($0.code) }.map { [$0.code] + Self.trimmed($0.value) })
        }

        func covers(_ other: Entry) -> Bool {
            kind == other.kind && name == other.name && other.rest.isSubset(of: rest)
        }

        /// Without the punctuation that depends on what follows.
        private static func trimmed(_ value: ByteView) -> [UInt8] {
            Array(value.reversed().drop { " .,".utf8.contains($0) }.reversed())
        }
    }

    static let code = DefectCode(
        "scrub.name-duplicated", .info, .partDropped,
        what: "The record names the same person or body twice, as main and added entry or as two added entries.",
        why: "Displays and indexes list the title twice under the name.",
        done: """
            The added entry that says nothing more was left out, as the contributor's profile asks \
            (repairs: [duplicate-names]); not where it has a title, a link or a relation of its own.
            """,
        repair: "Delete the surplus added entry in the library's system.",
        example: "=100  1\\$aAuthor, A.\n=245  10$aTitle /$cA. Author.\n=700  1\\$aAuthor, A.")
}
