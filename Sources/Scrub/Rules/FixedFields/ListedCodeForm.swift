internal import MARC
internal import MARC21
internal import Update

/// Codes of languages, countries and areas in upper case, or not filled up to their length: `ENG`, `n-us`.
enum ListedCodeForm: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "code-form"

    static func apply(to work: inout ScrubWork) {
        work.rewriteListedCodes(code, { form(of: $0, $1) }, { "\($0) is \($1), put in the form of its list: \($2)" })
    }

    /// The code as the list has it; nil where it is so already, or where it is in the list in no form.
    private static func form(of value: [UInt8], _ list: CodeList) -> [UInt8]? {
        guard !isInForm(value, list) else { return nil }
        let trimmed = value.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 || $0 == list.padding }.reversed()
        var code = trimmed.map { ByteContext.isUpper($0) ? $0 | 0x20 : $0 }
        guard !code.isEmpty, isListed(code, list) else { return nil }
        if let width = list.width, list.padding == UInt8(ascii: "-") {
            code += Array(repeating: UInt8(ascii: "-"), count: max(0, width - code.count))
            // Which of today's areas a withdrawn one stands for is for the library to say.
            if code.withUnsafeBufferPointer({ list.standing(of: $0) }) == .obsolete { return nil }
        }
        return code
    }

    /// Whether the list has the code, today or formerly, just so.
    private static func isInForm(_ value: [UInt8], _ list: CodeList) -> Bool {
        // Areas have their full length everywhere, countries in 008 only.
        let hasLength = list.padding != UInt8(ascii: "-") || value.count == list.width
        return hasLength && isListed(value, list)
    }

    private static func isListed(_ code: [UInt8], _ list: CodeList) -> Bool {
        code.withUnsafeBufferPointer { list.standing(of: $0) != .undefined }
    }

    static let code = DefectCode(
        "scrub.listed-code-form", .info, .repaired,
        what: "A code of a language, a country or a geographic area is in upper case or has not its full length.",
        why: "Patrons who limit a search to the language, the country or the area do not find the title.",
        done:
            "The code was put in the form that its list has, as the contributor's profile asks (repairs: [code-form]).",
        repair:
            "Write the code as the MARC code list has it: three small letters, areas filled up to seven characters by hyphens.",
        example: "=043  \\\\$an-us")
}
