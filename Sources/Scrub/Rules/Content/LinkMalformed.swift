internal import MARC
internal import Update

/// 856 $u with `&amp;`, with backslashes, or with several links in one.
enum LinkMalformed: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "links"

    static func apply(to work: inout ScrubWork) {
        let found = work.subfields { value in
            value.field.tag == "856" && value.code == UInt8(ascii: "u") && links(in: value.bytes) != nil
        }
        for subfield in found.reversed() {
            guard let links = subfield.value.withUnsafeBufferPointer({ links(in: $0) }) else { continue }
            work.record.setSubfield(subfield.subfield, of: subfield.field, to: links[0])
            for (index, link) in links.dropFirst().enumerated() {
                work.record.insertSubfield(
                    UInt8(ascii: "u"), link, at: subfield.subfield + 1 + index, of: subfield.field)
            }
            let after = Array(links.map { "$u" + Bytes.display($0, limit: .max) }.joined().utf8)
            work.report(
                code, at: subfield.place, before: subfield.value, after: links.count == 1 ? links[0] : after,
                links.count == 1
                    ? "\(subfield.name) holds signs that no link has; they were corrected"
                    : "\(subfield.name) holds \(links.count) links; each was given a subfield of its own")
        }
    }

    /// The links that `value` holds, each in order; nil where it holds one and nothing is amiss, or where something
    /// stands between them that is no link.
    private static func links(in value: ByteView) -> [[UInt8]]? {
        let parts = value.split(separator: 0x20).map(Array.init).filter { $0 != [UInt8(ascii: ";")] }
        let isList = parts.count > 1 && parts.allSatisfy(hasScheme)
        let corrected = (isList ? parts : [Array(value)]).map(corrected)
        return isList || corrected[0] != Array(value) ? corrected : nil
    }

    private static func hasScheme(_ link: [UInt8]) -> Bool {
        ["http://", "https://", "ftp://"].contains { link.starts(with: $0.utf8) }
    }

    private static func corrected(_ link: [UInt8]) -> [UInt8] {
        let text = String(decoding: link, as: UTF8.self)
        var slashed = text
        for scheme in ["http:", "https:", "ftp:"] where text.hasPrefix(scheme + "\\\\") {
            slashed = scheme + "//" + text.dropFirst(scheme.utf8.count + 2)
        }
        var rest = slashed[...]
        var plain = ""
        while let range = rest.firstRange(of: "&amp;") {
            plain += rest[..<range.lowerBound] + "&"
            rest = rest[range.upperBound...]
            // Escaped twice: `&amp;amp;`.
            while rest.hasPrefix("amp;") { rest = rest.dropFirst(4) }
        }
        return Array((plain + rest).utf8)
    }

    static let code = DefectCode(
        "scrub.link-malformed", .minor, .repaired,
        what: "The link in 856 $u holds &amp; or backslashes, or is several links in one subfield.",
        why: "The link does not open, and patrons do not get to the text.",
        done: """
            &amp; was made &, backslashes behind the scheme slashes, and each of several links was given a $u of its own, \
            as the contributor's profile asks (repairs: [links]).
            """,
        repair: "Correct the link in the library's system; one $u holds one link.",
        example: "=856  40$uhttp://example.org/?a=1&amp;b=2")
}
