internal import MARC
internal import Update

/// A record in scrub's hands, with what the rules need to know of it and where they report. One is made for a batch and
/// used for all its records.
struct ScrubWork {
    let settings: ScrubSettings
    var log: DefectLog
    var counts = ScrubCounts()
    var record = Record() { didSet { isAsSurveyed = false } }
    /// What the decoder found wrong with the record's form; ingest has reported it.
    var faults: [ReadFault] = []
    /// What there is in the record as it stands.
    var signs: Signs = .always
    /// How the record's bytes were read, for the encoding rules to report.
    var reading = Reading()
    /// The record came in a format that is always Unicode, as XML is.
    private(set) var isUnicode = false
    /// A rule changed something that it reports.
    private(set) var isRepaired = false
    /// The signs of the rule at hand.
    var ruleSigns: Signs = .always
    /// What there is in each field; of use while the record is as it was surveyed.
    private var fieldSigns: [Signs] = []
    private var isAsSurveyed = false
    /// Shows rules every value, also those without their signs: the plain way, which tests hold against the fast one.
    private let looksEverywhere: Bool
    private var mark: Collected.Mark?
    /// For the transcoded record, and for text being made.
    var spare = Record()
    var buffer: [UInt8] = []

    init(settings: ScrubSettings, log: consuming DefectLog, looksEverywhere: Bool = false) {
        self.settings = settings
        self.log = log
        self.looksEverywhere = looksEverywhere
    }

    /// Makes the work ready for the record that was just decoded.
    mutating func begin(_ origin: RecordOrigin, _ mark: Collected.Mark, isUnicode: Bool) {
        self.mark = mark
        self.isUnicode = isUnicode
        isRepaired = false
        reading = Reading()
        log.beginRecord(origin, record, settings.controlNumber)
    }

    var isDelete: Bool { mark?.intent == .delete }

    /// Ingest could make no record of it: it is brought into form, so that its number can be found, and nothing more is
    /// said about it.
    private var isRejectedBefore: Bool { mark?.disposition == .rejected }

    /// Whether only those rules apply that make what every stored record must have.
    var isFormOnly: Bool { isDelete || isRejectedBefore }

    var disposition: Disposition { isRejectedBefore || log.isRejected ? .rejected : .passed }

    /// Reports a defect of the record.
    ///
    /// - Parameter action: where it differs from the code's own; `repaired` and `partDropped` say that the record was
    ///   changed.
    mutating func report(
        _ code: DefectCode, at place: FieldPlace = .record, before: [UInt8]? = nil, after: [UInt8]? = nil,
        action: Action? = nil, _ message: String
    ) {
        let done = action ?? code.action
        if done == .repaired || done == .partDropped { isRepaired = true }
        if isRejectedBefore { return }
        let shown = before.map { Excerpt(before: $0, after: after) }
        log.report(
            code, at: place, before: shown?.before ?? before, after: shown?.after ?? after, action: action, message)
    }

    /// Adds the signs of what a rule has brought to light.
    mutating func lookAgain() {
        let before = signs
        signs = survey().signs.union(before)
    }

    /// Looks over the record as it stands now.
    mutating func survey() -> Survey {
        var byField = fieldSigns
        fieldSigns = []
        let survey = record.withView { Survey($0, byField: &byField) }
        fieldSigns = byField
        isAsSurveyed = true
        signs = survey.signs
        return survey
    }

    /// Puts a text in the place of one that had every sign which the new one has, so that what was surveyed stays true.
    mutating func setText(_ text: [UInt8], of place: ValuePlace) {
        let wasAsSurveyed = isAsSurveyed
        if let subfield = place.subfield {
            record.setSubfield(subfield, of: place.field, to: text)
        } else {
            record.setControl(place.field, to: text)
        }
        isAsSurveyed = wasAsSurveyed
    }

    /// Every value that may have one of `signs`, in the order of the record; as long as the record is as it was surveyed
    /// values of fields without these signs are left out.
    ///
    /// - Parameter signs: those of the rule at hand unless given.
    @inline(__always) func forEachValue(where signs: Signs? = nil, _ body: (RecordValue) -> Void) {
        let wanted = signs ?? ruleSigns
        let looksAtAll = looksEverywhere || !isAsSurveyed || !wanted.isDisjoint(with: .ofRecord)
        record.withView { view in
            for field in view.fields where looksAtAll || !fieldSigns[field.index].isDisjoint(with: wanted) {
                field.forEachValue(body)
            }
        }
    }
}

extension DefectLog {
    mutating func beginRecord(_ origin: RecordOrigin, _ record: Record, _ control: ControlNumberPlace) {
        record.withView { view in begin(origin, control: control.number(in: view), kind: view.kind) }
    }
}
