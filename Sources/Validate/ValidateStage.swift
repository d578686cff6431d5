internal import MARC
@_spi(Validate) public import Update

/// Judges records: runs the rules, makes the keys, gives every record its verdict.
///
/// What scrub rejected stays rejected and is shown to no rule. A delete needs a control number and nothing else. A record
/// that is out of scope is counted as such and not judged further. A rejected record keeps its control number as a key, so
/// that it never counts as absent.
public struct ValidateStage: Stage {
    public static var codes: [DefectCode] { ValidateRules.codes }

    private let controlNumber: ControlNumberPlace
    private let oclcNumber: FieldPart?
    private let identity: ControlNumberMissing
    private let scope: OutOfScope
    private let levels: LevelNotAccepted
    /// By the raw value of the kind.
    private let judges: [RecordJudge]

    public init(_ settings: ValidateSettings = ValidateSettings()) { self.init(settings, skipsWhatFits: true) }

    init(_ settings: ValidateSettings, skipsWhatFits: Bool) {
        controlNumber = settings.controlNumber
        oclcNumber = settings.oclcNumber
        identity = ControlNumberMissing(place: settings.controlNumber)
        scope = OutOfScope(conditions: settings.outOfScope)
        levels = LevelNotAccepted(rules: settings.levels)
        let rules = ValidateRules.all(settings)
        judges = RecordKind.allCases.map {
            RecordJudge($0, settings: settings, rules: rules, skipsWhatFits: skipsWhatFits)
        }
    }

    public func process(_ batch: consuming Batch<Scrubbed>, log: inout DefectLog) -> Batch<Validated> {
        var verdicts: [Verdict] = []
        verdicts.reserveCapacity(batch.count)
        var index = TagIndex()
        var keys = RecordKeys(oclcNumber: oclcNumber)
        for record in 0..<batch.count {
            let (mark, origin) = (batch.marks[record], batch.origins[record])
            let verdict = batch.withRecord(record) { view in
                judge(view, mark, origin, &index, &keys, &log)
            }
            verdicts.append(verdict)
        }
        return Batch(judging: batch, verdicts: verdicts)
    }

    /// Holdings without 004 bear the number of their bibliographic record, and one record has many: each is told from the
    /// others by its content. All other records have a number of their own; where several holdings with 004 turn out to
    /// share one, ``RepeatedHoldings`` numbers these by content too.
    private static func addIdentity(
        _ control: ByteView, of view: RecordView, _ mark: Scrubbed.Mark, to verdict: inout Verdict
    ) {
        guard view.kind == .holdings, mark.intent == .keep, view.first("004") == nil else {
            return verdict.addKey(.control, control)
        }
        verdict.addKey(.control, mark.contentHash.numbering(control))
    }

    private func judge(
        _ view: RecordView, _ mark: Scrubbed.Mark, _ origin: RecordOrigin, _ index: inout TagIndex,
        _ keys: inout RecordKeys, _ log: inout DefectLog
    ) -> Verdict {
        let control = controlNumber.number(in: view)
        log.begin(origin, control: control, kind: view.kind)
        var verdict = Verdict(disposition: mark.disposition, intent: mark.intent, kind: view.kind)
        if let control { Self.addIdentity(control, of: view, mark, to: &verdict) }
        guard mark.disposition == .passed else {
            verdict.level = .critical
            return verdict
        }
        if mark.intent == .keep, scope.judge(view, log: &log) {
            verdict.disposition = .outOfScope
            return verdict
        }
        identity.judge(view, control: control, log: &log)
        if mark.intent == .keep {
            judge(view, &verdict, &index, &keys, &log)
            settleLevel(of: mark, &verdict, &log)
        }
        // Without identity nothing can be installed, whatever the profile says of the code.
        if log.isRejected || control == nil { verdict.disposition = .rejected }
        return verdict
    }

    /// What scrub has left counts as much as what validate found.
    private func settleLevel(of mark: Scrubbed.Mark, _ verdict: inout Verdict, _ log: inout DefectLog) {
        let worst = log.worstRemaining
        let found = Level(worst?.severity)
        verdict.level = max(mark.level, found)
        levels.judge(
            verdict.level, of: verdict.kind, worst: found == verdict.level ? worst?.code : nil, log: &log)
    }

    private func judge(
        _ view: RecordView, _ verdict: inout Verdict, _ index: inout TagIndex, _ keys: inout RecordKeys,
        _ log: inout DefectLog
    ) {
        keys.make(from: view)
        verdict.lacksStandardNumber = verdict.kind == .bibliographic && !keys.hasStandardNumber
        judges[Int(verdict.kind.rawValue)].judge(
            view, index: &index, lacksStandardNumber: verdict.lacksStandardNumber, log: &log)
        if verdict.kind != .holdings { keys.add(to: &verdict) }
    }
}
