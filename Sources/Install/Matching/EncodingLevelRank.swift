/// How full a record is by its encoding level: the lower, the fuller.
///
/// Source: MARC 21 Format for Bibliographic Data, leader/17, and OCLC's codes in Bibliographic Formats and Standards,
/// ELvl. Codes that say nothing come last.
enum EncodingLevelRank {
    static func rank(_ level: UInt8) -> UInt8 {
        switch level {
        case 0x20: 0
        case UInt8(ascii: "1"): 1
        case UInt8(ascii: "I"): 2
        case UInt8(ascii: "2"): 3
        case UInt8(ascii: "4"): 4
        case UInt8(ascii: "L"): 5
        case UInt8(ascii: "K"), UInt8(ascii: "7"): 6
        case UInt8(ascii: "M"): 7
        case UInt8(ascii: "5"): 8
        case UInt8(ascii: "3"): 9
        case UInt8(ascii: "8"): 10
        default: 11
        }
    }
}
