internal import MARC
internal import Update

/// Marks around words that sorting passes over (U+0098 and U+009C, or U+0088 and U+0089) without their other half.
enum NonSortingMarkUnpaired: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .nonASCII
    static let repair: OptionalRepair? = "non-sorting-marks"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            let unpaired = unpaired(in: value.bytes)
            guard !unpaired.isEmpty else { return nil }
            var index = 0
            while index < value.bytes.count {
                if unpaired.contains(index) {
                    index += 2
                } else {
                    text.append(value.bytes[index])
                    index += 1
                }
            }
            return
                "\(value.name) holds \(Count.of(unpaired.count, "non-sorting mark")) without the other half; left out"
        }
    }

    /// The offsets of marks, two bytes each, that have no partner in the value.
    private static func unpaired(in value: ByteView) -> Set<Int> {
        var found: Set<Int> = []
        var open: Int?
        for index in value.indices.dropLast() where value[index] == 0xC2 {
            switch value[index + 1] {
            case 0x88, 0x98:
                if let open { found.insert(open) }
                open = index
            case 0x89, 0x9C:
                if open == nil { found.insert(index) }
                open = nil
            default: break
            }
        }
        if let open { found.insert(open) }
        return found
    }

    static let code = DefectCode(
        "scrub.non-sorting-mark-unpaired", .info, .repaired,
        what: "A mark that begins or ends words to be passed over in sorting has no other half in its subfield.",
        why: "Systems that sort by the marks pass over the rest of the title, or show a strange sign.",
        done: "The lone mark was left out, as the contributor's profile asks (repairs: [non-sorting-marks]).",
        repair: "Set both marks around the article in the library's system.",
        example: "=245  10$a{xC2}{x98}Der Zauberberg /$cA. Author.")
}
