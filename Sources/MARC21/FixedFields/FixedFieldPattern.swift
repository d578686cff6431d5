/// The shapes that a fixed-field element may have besides its codes.
public enum FixedFieldPattern: UInt8, Sendable {
    /// Only digits.
    case digits
    /// Digits that are not all zero.
    case positiveNumber
    /// Digits, a hyphen for each unknown one.
    case digitsOrHyphens
    /// Four digits, `u` for each unknown one, or four blanks: 008/07-10.
    case year
    /// A ``year``, or a month and two blanks: 008/11-14.
    case yearOrMonth
    /// Two digits of the year and a month from 01 to 12.
    case yymm
    /// `yyyymmddhhmmss.f`: 005.
    case dateAndTime

    /// Whether `bytes`, all bytes of the element, have this shape.
    public func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .digits: bytes.allSatisfy(Self.isDigit)
        case .positiveNumber: bytes.allSatisfy(Self.isDigit) && bytes.contains { $0 != 0x30 }
        case .digitsOrHyphens: bytes.allSatisfy { Self.isDigit($0) || $0 == 0x2D }
        case .year: Self.isYear(bytes)
        case .yearOrMonth: Self.isYear(bytes) || Self.isMonthAndBlanks(bytes)
        case .yymm: bytes.count == 4 && bytes.allSatisfy(Self.isDigit) && (1...12).contains(Self.pair(bytes, 2))
        case .dateAndTime: Self.isDateAndTime(bytes)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isYear(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 4
            && (bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "u") } || bytes.allSatisfy { $0 == 0x20 })
    }

    private static func isMonthAndBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 4 && isDigit(bytes[0]) && isDigit(bytes[1]) && bytes[2] == 0x20 && bytes[3] == 0x20
    }

    private static func isDateAndTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count == 16, bytes[14] == UInt8(ascii: "."), isDigit(bytes[15]) else { return false }
        return bytes.prefix(14).allSatisfy(isDigit) && (1...12).contains(pair(bytes, 4))
            && (1...31).contains(pair(bytes, 6)) && pair(bytes, 8) < 24 && pair(bytes, 10) < 60 && pair(bytes, 12) < 60
    }

    /// The number in the two digits at `index`.
    private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        Int(bytes[index] &- 0x30) * 10 + Int(bytes[index + 1] &- 0x30)
    }
}
