internal import Mustache

/// A page's template, whose values are escaped scalar by scalar.
///
/// The library's own escaping goes by grapheme: `<` behind a character that joins with what follows it, as U+0600 does,
/// would pass as it is, and values come from strangers' records.
struct HTMLTemplate: Sendable {
    private let template: MustacheTemplate

    /// - Throws: where `text` is no template.
    init(_ text: String) throws {
        MustacheContentTypes.register(HTMLText(), named: "HTMLTEXT")
        template = try MustacheTemplate(string: "{{% CONTENT_TYPE:HTMLTEXT}}" + text)
    }

    /// The page for `values`, a tree of structs, arrays, texts and truth values.
    func render(_ values: Any) -> String { template.render(values) }
}

/// Text as it stands in an element or between quotation marks in an attribute.
struct HTMLText: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    /// The five signs that mean something as references, characters that HTML forbids as U+FFFD.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            case "\t", "\n": result.append(scalar)
            default: result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isNoncharacterCodePoint
    }
}
