public import Catalog
internal import MARC
public import Pipeline
internal import Update

extension RecordTrace {
    /// - Throws: `RunRefusal` where nobody knows the record.
    public init(
        _ identity: RecordIdentity, client: ClientPlan, _ environment: RunEnvironment, in reading: any CatalogReading
    ) throws {
        let reader = RecordTraceReader(
            identity: identity, client: client, environment: environment, reading: reading,
            changes: try reading.changes(of: identity.contributor, controlNumber: identity.controlNumber))
        let steps = try reader.steps()
        self.init(
            record: identity.description, steps: steps, standing: try RecordStanding.find(identity, in: reading))
        let isKnown = !standing.isEmpty || steps.contains { !$0.sent.isEmpty || !$0.unsent.isEmpty }
        guard isKnown else {
            throw RunRefusal(
                "\(client.name) has never had a record \(identity); the contributors are "
                    + client.contributors.map(\.symbol).joined(separator: ", ")
                    + ", and control numbers are what the contributor's profile takes for one")
        }
    }
}

/// Reads what every stage has left of one record.
private struct RecordTraceReader {
    let identity: RecordIdentity
    let client: ClientPlan
    let environment: RunEnvironment
    let reading: any CatalogReading
    let changes: [(version: Int, change: CatalogChange)]

    func steps() throws -> [RecordTrace.Step] {
        let rows = try environment.ledger.submissions(client: client.name, contributor: identity.contributor)
        let steps = try rows.map(step)
        let seen = Set(steps.compactMap(\.version))
        return try removals().reduce(into: orphans(seen) + steps) { steps, removal in
            let before = steps.lastIndex { $0.version ?? 0 < removal.version ?? 0 && $0.version != nil }
            steps.insert(removal, at: before.map { $0 + 1 } ?? 0)
        }
    }

    /// Versions that took the record out without a submission.
    private func removals() throws -> [RecordTrace.Step] {
        try Set(changes.map(\.version)).sorted().compactMap { id in
            guard let version = try reading.version(id), version.cause != .submission else { return nil }
            let decisions = try environment.ledger.decisions(client: client.name, period: version.period).filter {
                $0.contributor == identity.contributor && version.cause == .withdrawal
            }
            return RecordTrace.Step(
                run: "\(client.name)/\(version.period)", mode: version.cause.rawValue, state: "", reason: "",
                isSpent: false, sent: [],
                gates: [], decisions: decisions.map(Self.text), version: id, unsent: [version.cause.rawValue],
                inspection: nil)
        }
    }

    private static func text(_ decision: Decision) -> String {
        "\(decision.verb.past) by \(decision.who): \(decision.reason)"
    }

    /// What versions did whose runs are no longer there.
    private func orphans(_ seen: Set<Int>) throws -> [RecordTrace.Step] {
        var steps: [RecordTrace.Step] = []
        for id in Set(changes.map(\.version)).subtracting(seen).sorted() {
            guard let version = try reading.version(id), version.cause == .submission else { continue }
            steps.append(
                RecordTrace.Step(
                    run: "\(client.name)/\(version.period)", mode: version.mode.rawValue, state: "", reason: "",
                    isSpent: false, sent: [],
                    gates: [], decisions: [], version: id,
                    unsent: changes.filter { $0.version == id }.map(\.change.action.rawValue), inspection: nil))
        }
        return steps
    }

    private func step(_ row: SubmissionRow) throws -> RecordTrace.Step {
        let folder = environment.folder(client: client.name, period: row.period, contributor: row.contributor)
        let attempts = try folder.countingAttempts().left(by: row.state)
        let version = try attempts.first { $0.stage == .ingest }.flatMap {
            try reading.version(
                forSubmission: $0.summary.input, contributor: row.contributor, period: row.period)
        }
        let own = changes.filter { $0.version == version?.id }.map(\.change)
        let decisions = try environment.ledger.decisions(client: client.name, period: row.period).filter {
            $0.contributor == row.contributor
        }
        return RecordTrace.Step(
            run: "\(client.name)/\(row.period)", mode: row.mode, state: row.state.rawValue, reason: row.reason,
            isSpent: try folder.isSpent(), sent: try sent(row, folder, attempts, version, own),
            gates: try folder.gate()?.closed.map(\.message) ?? [],
            decisions: decisions.map(Self.text), version: version?.id,
            unsent: own.filter { $0.ordinal == nil }.map(\.action.rawValue), inspection: Self.inspection(attempts))
    }

    private static func inspection(_ attempts: [Attempt]) -> String? {
        guard let summary = attempts.first(where: { $0.stage == .inspect })?.summary else { return nil }
        let found = summary.defects.byCode.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return found.isEmpty ? "passed" : found.joined(separator: ", ")
    }

    private func sent(
        _ row: SubmissionRow, _ folder: SubmissionFolder, _ attempts: [Attempt], _ version: CatalogVersion?,
        _ changes: [CatalogChange]
    ) throws -> [RecordTrace.Sent] {
        guard let records = try SubmissionRecords(attempts) else { return [] }
        let found = try records.find(identity.controlNumber)
        if found.isEmpty { return [] }
        let forgotten = try version.flatMap { try reading.forgotten()[$0.contributor] } ?? 0
        let defects = try defects(of: folder, at: found.map { Place($0.origin, records) })
        return found.map { origin, mark in
            let change = changes.first { $0.ordinal == Int(origin.ordinal) }?.action.rawValue
            let isForgotten = version.map { $0.id <= forgotten } ?? false
            let installed =
                change ?? (isForgotten ? "installed, and how is no longer kept" : Disposition.unchanged.name)
            let passed = version == nil ? row.state.settled.name : installed
            return RecordTrace.Sent(
                file: records.files.name(of: origin.file), record: Int(origin.ordinalInFile),
                offset: Int(clamping: origin.offset), length: Int(origin.length), kind: mark.kind.name,
                intent: mark.intent == .keep ? "keep" : "delete", isRepaired: mark.isRepaired,
                verdict: mark.disposition.name,
                disposition: mark.disposition == .passed ? passed : mark.disposition.name,
                defects: defects[Place(origin, records)] ?? [])
        }
    }

    /// A record by file and ordinal.
    private struct Place: Hashable {
        var file: String
        var record: Int

        init(file: String, record: Int) { (self.file, self.record) = (file, record) }

        init(_ origin: RecordOrigin, _ records: SubmissionRecords) {
            self.init(file: records.files.name(of: origin.file), record: Int(origin.ordinalInFile))
        }
    }

    private func defects(of folder: SubmissionFolder, at places: [Place]) throws -> [Place: [DefectRow]] {
        let wanted = Set(places)
        var found: [Place: [DefectRow]] = [:]
        try SubmissionDefects(folder)?.forEach { row in
            guard let file = row.file, let record = row.record else { return }
            let place = Place(file: file, record: record)
            if wanted.contains(place) { found[place, default: []].append(row) }
        }
        return found
    }
}
