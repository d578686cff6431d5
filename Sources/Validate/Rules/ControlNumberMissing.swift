internal import MARC
public import Update

/// Every record needs the number that identifies it within its contributor. Deletes are judged by this rule alone.
public struct ControlNumberMissing: StageRule {
    public static let code = DefectCode(
        "validate.control-number-missing", .critical, .recordRejected,
        what: "The record has no control number in the place that the profile names, by default field 001.",
        why:
            "Without it a later correction or deletion of the record cannot find it, and every load would add it again.",
        done: "The record is rejected. In a full load nothing is deleted by absence until a person says so.",
        repair: "Switch on the export of the system's record number in field 001, or tell us in which field it stands.",
        example: "=001")
    public static let codes = [code]

    let place: ControlNumberPlace

    /// - Parameter control: the control number of the record at hand.
    func judge(_ record: RecordView, control: ByteView?, log: inout DefectLog) {
        guard control == nil else { return }
        let found = record.first(place.tag)
        let place = FieldPlace(tag: place.tag, subfield: place.subfield)
        log.report(
            Self.code, at: place,
            "the record has \(found == nil ? "no" : "an empty") \(name), which should hold its control number; "
                + "export the record's number there")
    }

    private var name: String {
        place.subfield.map { "\(place.tag) $\(Bytes.display([$0]))" } ?? "field \(place.tag)"
    }
}
