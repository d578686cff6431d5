internal import MARC
public import Update

/// Two different numbers in 001: which one identifies the record cannot be known.
public struct ControlNumberRepeated: RecordRule {
    public static let code = DefectCode(
        "validate.control-number-repeated", .critical, .recordRejected,
        what: "The record has several fields 001 with different numbers.",
        why: "It cannot be known which of them identifies the record, so that it might replace another one.",
        done: "The record is rejected; a version installed earlier stays.",
        repair: "Keep the number of your own system in 001 and move the others to field 035.",
        example: "=001  ocm01234567\n=001  lib7654321")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.count("001") > 1, let first = record.first("001") else { return }
        var field = record.next(after: first)
        while let other = field {
            if !other.value.equals(first.value) {
                log.report(
                    Self.code, at: other.place(), before: other.value,
                    "field 001 stands twice, with \(Bytes.display(first.value)) and \(Bytes.display(other.value)); "
                        + "keep your own system's number and move the other to 035")
                return
            }
            field = record.next(after: other)
        }
    }
}
