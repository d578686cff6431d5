internal import MARC
internal import MARC21

/// The form in which an item is, by what the record says of it outside of 008.
///
/// Source: MARC 21 Format for Bibliographic Data, 008 "Form of item", 245 $h, 300, 338.
struct FormOfItem {
    /// The codes in 008 that go with it.
    let codes: ASCIISet
    private let evidence: Evidence

    /// Where the record says it.
    private enum Evidence {
        case carrier(ByteView), extent, medium
    }

    /// What the record says, in words.
    var words: String {
        switch evidence {
        case .carrier(let code): "338 says \(CodeList.carrierTypes.label(of: code) ?? Bytes.display(code))"
        case .extent: "300 $a says online resource"
        case .medium: "245 $h says microform"
        }
    }

    /// Every code that the format has.
    static let codes: ASCIISet = " abcdfoqrs"
    private static let online: ASCIISet = "osq"
    private static let microform: ASCIISet = "abc"
    private static let print: ASCIISet = " dfr"

    /// The position in 008; nil for types of record without one.
    static func place(_ record: RecordCase) -> Int? {
        switch record.view.leader.type {
        case UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "o"),
            UInt8(ascii: "r"):
            29
        case UInt8(ascii: "a"), UInt8(ascii: "t"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "i"),
            UInt8(ascii: "j"),
            UInt8(ascii: "m"), UInt8(ascii: "p"):
            23
        default: nil
        }
    }

    /// nil where nothing is said, or where carriers of several kinds are named.
    init?(_ record: RecordCase) {
        if record.has("338") {
            guard let carrier = Self.carrier(record) else { return nil }
            switch carrier.first {
            case UInt8(ascii: "c") where carrier.equals("cr"): codes = Self.online
            case UInt8(ascii: "h"): codes = Self.microform
            case UInt8(ascii: "n") where carrier.equals("nc"): codes = Self.print
            default: return nil
            }
            evidence = .carrier(carrier)
        } else if record.count("300") == 1, record.first("300")?.subfield("a")?.holds("online resource") == true {
            (codes, evidence) = (Self.online, .extent)
        } else if record.first("245")?.subfield("h")?.holds("[microform]") == true {
            (codes, evidence) = (Self.microform, .medium)
        } else {
            return nil
        }
    }

    /// The carrier where all of 338 $b are the same.
    private static func carrier(_ record: RecordCase) -> ByteView? {
        var found: ByteView?
        for field in record.fields("338") {
            for subfield in field.subfields where subfield.code == UInt8(ascii: "b") {
                if let found, !found.equals(subfield.value) { return nil }
                found = subfield.value
            }
        }
        return found
    }
}
