internal import MARC

/// Whether 008/18-34 of a record is laid out as for books.
///
/// Source: MARC 21 Format for Bibliographic Data, 008, "Books".
enum BookCodes {
    static func describes(_ record: RecordCase) -> Bool {
        let leader = record.view.leader
        if leader.type == UInt8(ascii: "t") { return true }
        guard leader.type == UInt8(ascii: "a") else { return false }
        switch leader.level {
        case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "m"): return true
        default: return false
        }
    }
}
