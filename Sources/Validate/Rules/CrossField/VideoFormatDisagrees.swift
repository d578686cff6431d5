internal import MARC
internal import MARC21
public import Update

/// A DVD or video cassette in 007 whose size in 300 is that of the other.
///
/// Source: MARC 21 Format for Bibliographic Data, 007/04 (videorecording).
public struct VideoFormatDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.video-format-disagrees", .minor, .noted,
        what: "007/04 says VHS and 300 $c gives the size of a disc, or 007/04 says DVD and 300 $c the width of a tape.",
        why: "Patrons borrow what their player cannot play.",
        done: "The record is installed as it is.",
        repair: "Compare with the item and correct 007/04 or 300 $c.",
        example: """
            =LDR  00000cgm a2200000 a 4500
            =007  vf\\cbahos
            =300  \\\\$a1 videodisc :$bsd., col. ;$c4 3/4 in.
            """)
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.count("007") == 1, let physical = record.first("007"), physical.value.count > 4,
            physical.value[0] == UInt8(ascii: "v"), record.count("300") == 1,
            let size = record.first("300")?.subfield("c")
        else { return }
        let isDisc = size.holds("4 3/4") || size.begins(with: "12 cm")
        let isTape = size.holds("1/2 in")
        let format = physical.value[4]
        guard
            format == UInt8(ascii: "b") && isDisc
                || (format == UInt8(ascii: "v") || format == UInt8(ascii: "s")) && isTape
        else {
            return
        }
        log.report(
            Self.code, at: physical.place(position: 4), before: [format],
            "007/04 is '\(Bytes.display([format]))' (\(isDisc ? "VHS" : "a disc")), and 300 $c is \(Bytes.display(size)); correct one of them"
        )
    }
}
