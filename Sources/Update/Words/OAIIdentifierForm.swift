internal import MARC

/// How the identifiers of an OAI-PMH repository hold the control numbers of its records: `oai:library.example:*`, with `*`
/// in the place of the number.
public struct OAIIdentifierForm: Sendable, Equatable, CustomStringConvertible {
    private let before: [UInt8]
    private let after: [UInt8]

    /// - Returns: nil where `text` has not exactly one `*`.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        (before, after) = (Array(parts[0]), Array(parts[1]))
    }

    /// The form in which `identifier` holds `number`, set off on both sides; nil where it does not, or more than once.
    public init?(identifier: [UInt8], number: [UInt8]) {
        guard !number.isEmpty, number.count <= identifier.count, !identifier.contains(UInt8(ascii: "*")) else {
            return nil
        }
        let places = (0...(identifier.count - number.count)).filter { place in
            let end = place + number.count
            return identifier[place..<end].elementsEqual(number)
                && (place == 0 || Self.setsOff(identifier[place - 1]))
                && (end == identifier.count || Self.setsOff(identifier[end]))
        }
        guard let place = places.first, places.count == 1 else { return nil }
        (before, after) = (Array(identifier[..<place]), Array(identifier[(place + number.count)...]))
    }

    private static func setsOff(_ byte: UInt8) -> Bool {
        byte < 0x80 && (byte | 0x20) &- UInt8(ascii: "a") >= 26 && byte &- 0x30 >= 10
    }

    public var description: String { String(decoding: before + [UInt8(ascii: "*")] + after, as: UTF8.self) }

    /// The control number that `identifier` holds; nil where it has another form.
    public func controlNumber(in identifier: [UInt8]) -> [UInt8]? {
        guard identifier.count > before.count + after.count, identifier.starts(with: before),
            identifier.suffix(after.count).elementsEqual(after)
        else { return nil }
        return Array(identifier[before.count..<(identifier.count - after.count)])
    }

    /// Makes the record that asks for the deletion where `bytes` are the header of a deleted one: leader/05 `d` and the
    /// number in 001.
    ///
    /// - Returns: false where they are something else; `record` is then as it was.
    func decode(_ bytes: ByteView, into record: inout Record) -> Bool {
        guard OAIHeader.isDeletion(bytes), let number = controlNumber(in: OAIHeader.identifier(in: bytes)) else {
            return false
        }
        number.withUnsafeBufferPointer { DeleteListLine.decode($0, into: &record) }
        return true
    }
}
