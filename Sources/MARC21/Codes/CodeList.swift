/// A code list of the Library of Congress: languages, countries, relators, source codes.
///
/// Source: MARC Code Lists and Source Codes for Vocabularies, Rules, and Schemes (loc.gov/marc/sourcelist).
public struct CodeList: Sendable {
    /// The codes, obsolete ones included.
    public let codes: CodeTable
    /// Values that stand for something else than a member of the list, as `und` among languages.
    public let specialCodes: CodeTable
    /// Characters that a code takes in a fixed field; nil where codes have no fixed width.
    public let width: Int?
    /// What fills a shorter code up to ``width``: a blank for countries, a hyphen for geographic areas.
    public let padding: UInt8?
    /// The subfields and fixed-field elements that take their codes from the list, as `041$a` and `008/35-37`.
    public let usedBy: Definitions<Use>
    let key: Label
    let heading: Label

    /// One place where a list is used.
    public struct Use: Sendable {
        let place: Label

        /// As in `041$a`.
        public var text: String { place.string }

        /// The subfield as one number: the tag and below it the code; nil for a fixed-field element.
        var subfield: UInt32? {
            guard place.length == 5, let tag = place.part(0, 3).tag else { return nil }
            return place.bytes[3] == UInt8(ascii: "$") ? tag << 8 | UInt32(place.bytes[4]) : nil
        }
    }

    /// The short name, as in `languages` or `genre-form`.
    public var name: String { key.string }

    /// As in `MARC code list for languages`.
    public var title: String { heading.string }

    /// `current`, `obsolete`, `undefined`, or `notStated` for a source code seen in use that is in no list of the
    /// Library of Congress. A code may be padded to ``width``.
    @inlinable public func standing(of code: UnsafeBufferPointer<UInt8>) -> Standing {
        codes.standing(of: unpadded(code))
    }

    /// Whether `code` is a current code of the list.
    @inlinable public func contains(_ code: UnsafeBufferPointer<UInt8>) -> Bool { standing(of: code) == .current }

    /// Whether `code` was withdrawn.
    @inlinable public func isObsolete(_ code: UnsafeBufferPointer<UInt8>) -> Bool { standing(of: code) == .obsolete }

    /// The code and what it means, in whatever standing; nil where the list does not have it.
    @inlinable public func entry(_ code: UnsafeBufferPointer<UInt8>) -> CodeEntry? { codes.entry(unpadded(code)) }

    /// The code to use instead of an obsolete one, where there is exactly one.
    public func successor(of code: UnsafeBufferPointer<UInt8>) -> String? { entry(code)?.successor }

    /// What `code` means; nil where the list does not have it.
    public func label(of code: UnsafeBufferPointer<UInt8>) -> String? { entry(code)?.label }

    @inlinable func unpadded(_ code: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let padding, let width, code.count == width else { return code }
        var end = code.count
        while end > 0, code[end - 1] == padding { end -= 1 }
        return UnsafeBufferPointer(rebasing: code[..<end])
    }
}
