internal import MARC
internal import Update

/// $0 and $1 with `(uri)` before a URI, as records had it before 2016.
enum URIPrefixed: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "uri-prefix"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.code == UInt8(ascii: "0") || value.code == UInt8(ascii: "1"), value.bytes.count > 12,
                value.bytes.prefix(5).map({ ByteContext.isUpper($0) ? $0 | 0x20 : $0 }).elementsEqual("(uri)".utf8)
            else { return nil }
            text = Array(value.bytes.dropFirst(5).drop { $0 == 0x20 })
            guard text.starts(with: "http".utf8) else { return nil }
            return "\(value.name) begins with (uri), which is left out before a URI since 2016"
        }
    }

    static let code = DefectCode(
        "scrub.uri-prefixed", .info, .repaired,
        what: "A link to an authority record ($0, $1) is a URI behind the prefix (uri).",
        why: "Programs that follow links take the prefix for part of the address.",
        done: "The prefix was left out, as the contributor's profile asks (repairs: [uri-prefix]).",
        repair: "Leave the prefix out in the library's system.",
        example: "=650  \\0$aTopic.$0(uri)http://id.loc.gov/authorities/subjects/sh85076710")
}
