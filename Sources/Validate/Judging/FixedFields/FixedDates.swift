internal import MARC
internal import MARC21

/// 008/06-14: the type of date and the two dates.
struct FixedDates {
    let field: FieldView
    /// 008/06.
    let type: UInt8
    let first: FixedDate
    let second: FixedDate

    /// nil where there is no 008, or one that ends before its dates or has lost its places.
    init?(_ record: RecordCase) {
        guard let field = record.first("008"), field.value.count >= 15,
            FixedFieldLength(record).map({ !$0.isShifted }) ?? true
        else { return nil }
        self.field = field
        type = field.value[6]
        first = FixedDate(field.value.slice(7, 4))
        second = FixedDate(field.value.slice(11, 4))
    }

    /// `s19931994`: what stands in 008/06-14.
    var text: String { Bytes.display(field.value.slice(6, 9)) }
    var bytes: ByteView { field.value.slice(6, 9) }
}

/// A date of 008 in four characters.
enum FixedDate: Equatable {
    case blank
    /// The fill character: nobody coded it.
    case fill
    /// The years that it may be: one, or several where digits are `u`.
    case years(ClosedRange<Int>)
    /// Something else, as the month and day of a detailed date, or a mistake.
    case other

    init(_ bytes: ByteView) {
        var (low, high, blanks, fills) = (0, 0, 0, 0)
        for byte in bytes {
            if byte.isBlankOrSign { blanks += 1 }
            if byte == UInt8(ascii: "|") { fills += 1 }
            let isUnknown = byte == UInt8(ascii: "u")
            low = low * 10 + (isUnknown ? 0 : Int((byte &- 0x30) & 15))
            high = high * 10 + (isUnknown ? 9 : Int((byte &- 0x30) & 15))
        }
        if blanks == 4 {
            self = .blank
        } else if fills == 4 {
            self = .fill
        } else if bytes.count == 4, bytes.allSatisfy({ $0 &- 0x30 < 10 || $0 == UInt8(ascii: "u") }) {
            self = .years(low...high)
        } else {
            self = .other
        }
    }

    /// `uuuu`.
    static let unknown = FixedDate.years(0...9999)
    /// `9999`, which says that there is no end.
    static let open = FixedDate.years(9999...9999)

    /// Nothing that a rule could compare: a mistake that is reported by itself, or the fill character.
    var isUncoded: Bool { self == .fill || self == .other }

    /// The earliest year that it may be; nil for no year.
    var earliest: Int? { if case .years(let years) = self { years.lowerBound } else { nil } }
    /// The latest year that it may be; nil for no year.
    var latest: Int? { if case .years(let years) = self { years.upperBound } else { nil } }
}
