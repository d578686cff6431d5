internal import MARC
internal import MARC21
internal import Update

/// Where records hold codes of languages, countries and geographic areas.
enum ListedCodes {
    /// The list that this subfield takes its code from; nil for one that holds something else, or codes of another list.
    static func list(of value: RecordValue) -> CodeList? {
        guard let code = value.code, ByteContext.isLower(code) else { return nil }
        switch (value.field.tag, code) {
        case ("041", _): return value.field.indicator2 == UInt8(ascii: "7") ? nil : .languages
        case ("043", UInt8(ascii: "a")): return .geographicAreas
        case ("044", UInt8(ascii: "a")): return .countries
        default: return nil
        }
    }

    /// The list of an element of the leader or a fixed field: 008/15-17 and 008/35-37.
    static func list(of element: FixedElement) -> CodeList? {
        guard element.tag == "008", let list = element.definition.list else { return nil }
        return list.width == element.definition.count ? list : nil
    }
}

extension ScrubWork {
    /// Rewrites codes of languages, countries and areas, in subfields and in 008, and reports each as repaired.
    ///
    /// - Parameter change: what the code should be; nil where it stays.
    mutating func rewriteListedCodes(
        _ code: DefectCode, _ change: ([UInt8], CodeList) -> [UInt8]?,
        _ message: (_ name: String, _ before: String, _ after: String) -> String
    ) {
        rewrite(code) { value, text in
            guard let list = ListedCodes.list(of: value), let after = change(Array(value.bytes), list) else {
                return nil
            }
            text = after
            return message(value.name, Bytes.display(value.bytes), Bytes.display(after))
        }
        rewriteElements(code) { element, _ in
            guard let list = ListedCodes.list(of: element), let width = list.width,
                let after = change(element.value, list)
            else { return nil }
            let padded = after + Array(repeating: list.padding ?? 0x20, count: max(0, width - after.count))
            return (padded, message(element.name, Bytes.display(element.value), Bytes.display(padded)))
        }
    }
}
