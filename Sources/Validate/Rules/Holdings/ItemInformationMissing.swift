internal import MARC
internal import MARC21
public import Update

/// A holdings record that promises items and has none.
///
/// Source: MARC 21 Format for Holdings Data, leader/18.
public struct ItemInformationMissing: RecordRule {
    public static let code = DefectCode(
        "validate.item-information-missing", .info, .noted,
        what: "Leader/18 says that the record has information on items, and none of 876 to 878 is there.",
        why: "Programs that look for barcodes and item status find none.",
        done: "The record is installed as it is.",
        repair: "Export the items in 876 to 878, or set leader/18 to n.",
        example: "=LDR  00000nx  a2200000zi 4500")
    public static let codes = [code]

    var kinds: [RecordKind] { [.holdings] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.view.leader[18] == UInt8(ascii: "i"), !record.has("876"), !record.has("877"), !record.has("878")
        else { return }
        log.report(
            Self.code, at: .leader(18), before: [record.view.leader[18]],
            "leader/18 is 'i', and the record has no items in 876 to 878; add them, or set it to n")
    }
}
