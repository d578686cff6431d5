internal import MARC
internal import Update

/// Subfield delimiters in 001–009, which have no subfields.
enum DelimiterInControlField: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .control
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.code == nil, value.bytes.contains(Delimiter.subfield) else { return nil }
            var index = 0
            while index < value.bytes.count {
                if value.bytes[index] == Delimiter.subfield {
                    let hasCode = index + 1 < value.bytes.count && Legal.code(value.bytes[index + 1])
                    index += hasCode ? 2 : 1
                } else {
                    text.append(value.bytes[index])
                    index += 1
                }
            }
            return "\(value.name) holds subfield delimiters; they were left out with their codes"
        }
    }

    static let code = DefectCode(
        "scrub.delimiter-in-control-field", .minor, .repaired,
        what: "A control field (001-009) holds subfield delimiters.",
        why: "Control fields have no subfields; their data are read by position, which the delimiters shift.",
        done: "Each delimiter was left out with the code behind it.",
        repair: "Correct the field in the library's system.",
        example:
            "A field 007 that gives each of its characters a delimiter and a code, as if they were subfields: $av $bf $cc."
    )
}
