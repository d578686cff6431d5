internal import ArgumentParser
internal import Foundation
internal import Pipeline

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How the updates stand, or one update with its submissions, attempts and decisions.")

    @OptionGroup var options: WorkspaceOptions

    @Argument(help: "The update, CLIENT/PERIOD; else all.")
    var update: RunName?

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let environment = try options.environment()
        if let update {
            try show(try update.row(in: environment), environment)
        } else {
            try list(environment)
        }
    }

    private func list(_ environment: RunEnvironment) throws {
        let rows = try environment.ledger.updates().map { try StatusOfUpdate($0, environment) }
        if json { return try printJSON(rows) }
        if rows.isEmpty { print("no update has run yet; holdfast run PIPELINE starts one") }
        try listWithdrawn(environment)
        try listAwaited(environment)
        for row in rows {
            print("\(row.run)  \(row.pipeline)  \(row.state)  \(row.submissionWords)")
            for submission in row.submissions where !submission.reason.isEmpty {
                print("    \(submission.contributor) \(submission.state): \(submission.reason)")
            }
            for purge in row.purges where purge.state == .held {
                print("    \(purge.contributor) purge held: \(purge.message)")
            }
            for missing in row.missing { print("    \(missing.contributor) missing: \(missing.message)") }
        }
    }

    /// Contributors that are neither expected nor collected.
    private func listWithdrawn(_ environment: RunEnvironment) throws {
        for client in environment.workspace.clients.keys.sorted() {
            let withdrawn = try environment.ledger.withdrawals(client: client)
            for (symbol, withdrawal) in withdrawn.sorted(by: { $0.key < $1.key }) {
                print("\(client)  \(symbol) \(withdrawal.text)")
            }
        }
    }

    /// What the calendars have for the next slots and is not there yet.
    private func listAwaited(_ environment: RunEnvironment) throws {
        for client in environment.workspace.clients.values.sorted(by: { $0.name < $1.name }) {
            for pipeline in environment.workspace.pipelines.values.sorted(by: { $0.name < $1.name }) {
                guard let slot = pipeline.schedule.next(after: environment.clock.now()) else { continue }
                for awaited in try environment.awaited(client, pipeline, period: slot.period) {
                    print(
                        "\(client.name)/\(slot.period)  \(pipeline.name)  \(awaited.contributor) "
                            + (awaited.isOverdue ? "overdue since" : "expected by") + " \(awaited.by)")
                }
            }
        }
    }

    private func show(_ row: UpdateRow, _ environment: RunEnvironment) throws {
        let status = try StatusOfUpdate(row, environment)
        if json { return try printJSON(status) }
        print("\(status.run)  \(status.pipeline)  \(status.state)")
        for submission in status.submissions {
            print(
                "  \(submission.contributor)  \(submission.mode)  \(submission.state)"
                    + (submission.reason.isEmpty ? "" : ": \(submission.reason)"))
            for attempt in status.attempts where attempt.contributor == submission.contributor {
                print(
                    "    \(attempt.stage) attempt \(attempt.number) \(attempt.state)"
                        + (attempt.cause.map { ": \($0)" } ?? ""))
            }
            for gate in submission.gates where submission.state == "held" || !gate.isOpen {
                print("    gate \(gate.gate) \(gate.isOpen ? "open" : "closed"): \(gate.message)")
                for detail in gate.details ?? [] where !gate.isOpen { print("      \(detail)") }
            }
        }
        for purge in status.purges { print("  \(purge.contributor)  purge  \(purge.state): \(purge.message)") }
        for missing in status.missing { print("  \(missing.contributor)  missing: \(missing.message)") }
        for decision in status.decisions { print("  \(decision)") }
        for advice in status.advice { print(advice) }
    }
}

/// An update as `status` shows it, and as `status --json` prints it.
private struct StatusOfUpdate: Encodable {
    struct Submission: Encodable {
        let contributor: String
        let mode: String
        let state: String
        let reason: String
        /// What the gates measured last.
        let gates: [GateVerdict.Measure]
    }
    struct AttemptAt: Encodable {
        let contributor: String
        let stage: String
        let number: Int
        let state: String
        let started: String?
        let ended: String?
        let cause: String?
    }

    struct Missing: Encodable {
        let contributor: String
        let message: String
    }

    let run: String
    let pipeline: String
    let state: String
    /// Deliveries that were due and did not come.
    let missing: [Missing]
    let submissions: [Submission]
    /// What was purged, or waits to be.
    let purges: [PurgeRow]
    let attempts: [AttemptAt]
    let decisions: [String]
    /// What to type next.
    let advice: [String]

    init(_ row: UpdateRow, _ environment: RunEnvironment) throws {
        let format = ISO8601DateFormatter()
        run = row.run
        pipeline = row.pipeline
        // A process that died leaves `running`; nobody holds its lock.
        let isLost = row.state == .running && environment.worker(on: row.client) == nil
        state = isLost ? UpdateState.lost.rawValue : row.state.rawValue
        missing = try environment.missing(client: row.client, period: row.period).map {
            Missing(contributor: $0.contributor, message: $0.message)
        }
        submissions = try environment.ledger.submissions(client: row.client, period: row.period).map {
            let folder = environment.folder(client: row.client, period: row.period, contributor: $0.contributor)
            return Submission(
                contributor: $0.contributor, mode: $0.mode, state: $0.state.rawValue, reason: $0.reason,
                gates: try folder.gate()?.measures ?? [])
        }
        purges = try environment.ledger.purges(client: row.client, period: row.period)
        attempts = try environment.ledger.attempts(client: row.client, period: row.period).map {
            AttemptAt(
                contributor: $0.contributor, stage: $0.stage, number: $0.number, state: $0.state,
                started: $0.started.map(format.string), ended: $0.ended.map(format.string), cause: $0.cause)
        }
        decisions = try environment.ledger.decisions(client: row.client, period: row.period).map { decision in
            "\(decision.contributor): \(decision.verb.past) by \(decision.who)"
                + (decision.made.map { " on \(format.string(from: $0))" } ?? "") + ": \(decision.reason)"
        }
        var advice: [String] = []
        if isLost { advice.append("its process died; holdfast tick goes on with it") }
        for submission in submissions {
            switch submission.state {
            case "held":
                advice.append(
                    "to let \(submission.contributor) on: holdfast release \(row.run) --contributor "
                        + "\(submission.contributor) --reason TEXT; to turn it down: holdfast refuse …")
            case "failed":
                advice.append(
                    "\(submission.contributor) failed; when the cause is mended: holdfast run \(row.pipeline) --client "
                        + "\(row.client) --period \(row.period), or wait for the next tick")
            default: break
            }
        }
        for purge in purges where purge.state == .held {
            advice.append(
                "to let the purge of \(purge.contributor) on: holdfast release \(row.run) --contributor "
                    + "\(purge.contributor) --reason TEXT; to turn it down: holdfast refuse …")
        }
        self.advice = advice
    }

    /// `3 installed, 1 held`.
    var submissionWords: String {
        let counts = Dictionary(grouping: submissions, by: \.state).mapValues(\.count)
        return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }
}
