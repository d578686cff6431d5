internal import MARC
internal import MARC21

/// The kinds of numbers in 024 that have a shape of their own, and what is wrong with one.
///
/// Source: MARC 21 Format for Bibliographic Data, 024; ISO 3901 (ISRC), ISO 10957 (ISMN), GS1 (UPC, EAN), ISO 27729 (ISNI).
enum StandardIdentifier {
    case isrc, upc, ismn, ean, sici, isni, orcid, doi, uri, urn

    enum Fault: Equatable {
        case malformed
        /// The last character as the others would have it.
        case checkDigit(UInt8)
    }

    /// From the first indicator, or from $2 where that is 7; nil for numbers without a known shape.
    init?(indicator: UInt8, source: ByteView?) {
        switch indicator {
        case UInt8(ascii: "0"): self = .isrc
        case UInt8(ascii: "1"): self = .upc
        case UInt8(ascii: "2"): self = .ismn
        case UInt8(ascii: "3"): self = .ean
        case UInt8(ascii: "4"): self = .sici
        case UInt8(ascii: "7"):
            guard let kind = source.flatMap(Self.named) else { return nil }
            self = kind
        default: return nil
        }
    }

    private static func named(_ source: ByteView) -> StandardIdentifier? {
        if source.equals("isni") { return .isni }
        if source.equals("orcid") { return .orcid }
        if source.equals("doi") { return .doi }
        if source.equals("urn") { return .urn }
        return source.equals("uri") ? .uri : nil
    }

    /// What the number should look like, for a message.
    var shape: String {
        switch self {
        case .isrc: "an ISRC, as in GBAYE6800011"
        case .upc: "a UPC of 12 digits"
        case .ismn: "an ISMN, M and 9 digits or 979-0 and 9 digits"
        case .ean: "an EAN of 13 digits"
        case .sici: "a SICI, which starts with an ISSN"
        case .isni, .orcid: "an ISNI or ORCID of 16 characters"
        case .doi: "a DOI, as in 10.1000/182"
        case .uri: "a URI with its scheme, as in https:"
        case .urn: "a URN, which starts with urn:"
        }
    }

    /// nil where nothing is wrong with `value`.
    func fault(in value: ByteView) -> Fault? {
        switch self {
        case .upc: Self.sum10(value, count: 12)
        case .ean: Self.sum10(value, count: 13)
        case .ismn: Self.ismn(value)
        case .isrc: Self.isrc(value)
        case .isni, .orcid: Self.isni(value)
        case .sici: ISSN(scanning: value) == nil ? .malformed : nil
        case .doi: Self.isDOI(value) ? nil : .malformed
        case .uri: URIForm.scheme(of: value) == nil ? .malformed : nil
        case .urn: value.begins(with: "urn:") || value.begins(with: "http") ? nil : .malformed
        }
    }

    /// Up to 20 letters and digits of `value`, without hyphens and blanks, up to a qualifier or price; nil where anything else
    /// stands there.
    private static func characters(_ value: ByteView) -> (InlineArray<20, UInt8>, Int)? {
        var (found, count) = (InlineArray<20, UInt8>(repeating: 0), 0)
        for byte in value where byte != UInt8(ascii: "-") && byte != 0x20 {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ":") { break }
            guard count < 20, byte.isDigit || byte.isLetter else { return nil }
            found[count] = byte
            count += 1
        }
        return (found, count)
    }

    /// Weights 1 and 3 that end with 1 at the check digit: UPC, EAN, ISMN of 13 digits.
    private static func sum10(_ value: ByteView, count: Int) -> Fault? {
        guard let (digits, length) = characters(value), length == count else { return .malformed }
        var sum = 0
        for index in 0..<count {
            guard digits[index].isDigit else { return .malformed }
            if index < count - 1 { sum += Int(digits[index] &- 0x30) * ((count - 1 - index) % 2 == 0 ? 1 : 3) }
        }
        let expected = UInt8(truncatingIfNeeded: 0x30 + (10 - sum % 10) % 10)
        return digits[count - 1] == expected ? nil : .checkDigit(expected)
    }

    /// M counts as 3 with the weight 3, the digits behind it 1 and 3 in turn.
    private static func ismn(_ value: ByteView) -> Fault? {
        guard let (digits, length) = characters(value) else { return .malformed }
        guard length == 10, digits[0] == UInt8(ascii: "M") || digits[0] == UInt8(ascii: "m") else {
            return value.begins(with: "979") ? sum10(value, count: 13) : .malformed
        }
        var sum = 9
        for index in 1..<10 {
            guard digits[index].isDigit else { return .malformed }
            if index < 9 { sum += Int(digits[index] &- 0x30) * (index % 2 == 1 ? 1 : 3) }
        }
        let expected = UInt8(truncatingIfNeeded: 0x30 + (10 - sum % 10) % 10)
        return digits[9] == expected ? nil : .checkDigit(expected)
    }

    private static func isrc(_ value: ByteView) -> Fault? {
        guard let (characters, length) = characters(value), length == 12 else { return .malformed }
        for index in 0..<12 {
            let fits = index < 2 ? characters[index].isLetter : index < 5 || characters[index].isDigit
            if !fits { return .malformed }
        }
        return nil
    }

    /// ISO 7064, MOD 11-2, over the first 15 digits.
    private static func isni(_ value: ByteView) -> Fault? {
        let bare = value.holds("orcid.org/") || value.holds("isni.org/") ? lastPart(of: value) : value
        guard let (digits, length) = characters(bare), length == 16 else { return .malformed }
        var sum = 0
        for index in 0..<15 {
            guard digits[index].isDigit else { return .malformed }
            sum = (sum + Int(digits[index] &- 0x30)) * 2
        }
        let rest = (12 - sum % 11) % 11
        let expected = rest == 10 ? UInt8(ascii: "X") : UInt8(truncatingIfNeeded: 0x30 + rest)
        return digits[15] == expected || digits[15] == expected | 0x20 && rest == 10 ? nil : .checkDigit(expected)
    }

    private static func lastPart(of value: ByteView) -> ByteView {
        var start = value.count
        while start > 0, value[start - 1] != UInt8(ascii: "/") { start -= 1 }
        return value.slice(start, value.count - start)
    }

    /// `10.`, four to nine digits, a slash and something behind it; what stands before it is left alone.
    private static func isDOI(_ value: ByteView) -> Bool {
        guard let start = value.index(of: "10."), start == 0 || value.begins(with: "doi") || value.begins(with: "http")
        else { return false }
        var index = start + 3
        while index < value.count, value[index].isDigit || value[index] == UInt8(ascii: ".") { index += 1 }
        return index - start >= 7 && index + 1 < value.count && value[index] == UInt8(ascii: "/")
    }
}
