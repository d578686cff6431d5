internal import Foundation

/// What a timer calls: takes up what died, runs what is due, once, and raises the alarm where a deadline has passed.
public struct Tick {
    let environment: RunEnvironment

    public init(_ environment: RunEnvironment) { self.environment = environment }

    /// What a tick came to.
    public struct Outcome: Sendable, Equatable {
        public var worst = UpdateOutcome.done
        /// True where something ran after its deadline, or a deadline passed with nothing done.
        public var isLate = false
        /// Updates that ran, as `CLIENT/PERIOD`.
        public var ran: [String] = []
    }

    /// The slots that are due now, and each schedule's next, without running anything.
    public func due() throws -> (due: [SlotRow], next: [(client: String, pipeline: String, slot: ScheduledSlot)]) {
        try makeSlots()
        var next: [(client: String, pipeline: String, slot: ScheduledSlot)] = []
        for (client, pipeline) in pairs() {
            if let slot = pipeline.schedule.next(after: environment.clock.now()) {
                next.append((client.name, pipeline.name, slot))
            }
        }
        return (try environment.ledger.slots().filter { $0.state == "due" }, next.sorted { $0.slot.due < $1.slot.due })
    }

    /// Does all that is due now.
    public func run() throws -> Outcome {
        var outcome = Outcome()
        try makeSlots()
        for client in environment.workspace.clients.values.sorted(by: { $0.name < $1.name }) {
            do {
                try UpdateRunner(environment).finishDecisions(client)
                try takeUp(client, &outcome)
                try runDue(client, &outcome)
            } catch let refusal as RunRefusal {
                environment.observer(.notice(refusal.description))
            }
        }
        try raiseAlarms(&outcome)
        try tellOverdueDeliveries()
        return outcome
    }

    /// Says once of each delivery that is overdue before its slot that it is, while there is time to ask for it.
    private func tellOverdueDeliveries() throws {
        let now = environment.clock.now()
        for (client, pipeline) in pairs() {
            guard let slot = pipeline.schedule.next(after: now) else { continue }
            for awaited in try environment.awaited(client, pipeline, period: slot.period) where awaited.isOverdue {
                let isNew = try environment.ledger.raiseDeliveryAlarm(
                    client: client.name, pipeline: pipeline.name, period: slot.period, contributor: awaited.contributor,
                    now: now)
                guard isNew else { continue }
                environment.observer(
                    .notice(
                        "\(client.name)/\(slot.period): the delivery of \(awaited.contributor) was expected by "
                            + "\(awaited.by) and is not there; \(pipeline.name) runs on "
                            + pipeline.schedule.localText(slot.due)))
            }
        }
    }

    /// Goes on with updates whose process died, and with submissions that failed and whose deadline has not passed.
    private func takeUp(_ client: ClientPlan, _ outcome: inout Outcome) throws {
        for update in try environment.ledger.updates(client: client.name).reversed() {
            let isTakenUp =
                update.state == .running || update.state == .lost || (update.state == .failed && !isLate(update))
            guard isTakenUp, let pipeline = environment.workspace.pipelines[update.pipeline] else { continue }
            try run(pipeline, client, update.period, &outcome)
        }
    }

    private func runDue(_ client: ClientPlan, _ outcome: inout Outcome) throws {
        for slot in try environment.ledger.slots(client: client.name) where slot.state == "due" {
            guard !outcome.ran.contains("\(client.name)/\(slot.period)"),
                let pipeline = environment.workspace.pipelines[slot.pipeline]
            else { continue }
            try run(pipeline, client, slot.period, &outcome)
        }
    }

    private func run(_ pipeline: PipelinePlan, _ client: ClientPlan, _ period: String, _ outcome: inout Outcome) throws
    {
        let ended = try UpdateRunner(environment).run(pipeline, client: client, period: period)
        outcome.worst = max(outcome.worst, ended)
        outcome.ran.append("\(client.name)/\(period)")
    }

    private func isLate(_ update: UpdateRow) -> Bool {
        let slots = (try? environment.ledger.slots(client: update.client)) ?? []
        guard let slot = slots.first(where: { $0.pipeline == update.pipeline && $0.period == update.period }) else {
            return true
        }
        return slot.deadline < environment.clock.now()
    }

    /// Raises each alarm once: for a slot that is not done when its deadline has passed, or was done after it.
    private func raiseAlarms(_ outcome: inout Outcome) throws {
        let now = environment.clock.now()
        for slot in try environment.ledger.slots()
        where slot.state != "skipped" && slot.alarmed == nil && slot.deadline < now {
            let update = try environment.ledger.update(client: slot.client, period: slot.period)
            if slot.state == "done", let ended = update?.ended, ended <= slot.deadline { continue }
            guard try environment.ledger.raiseAlarm(slot, now: now) else { continue }
            outcome.isLate = true
            let state = slot.state == "done" ? "was done late" : "is not done"
            environment.observer(
                .notice(
                    "\(slot.pipeline) of \(slot.client)/\(slot.period) \(state): "
                        + "its deadline was \(Ledger.time(slot.deadline)); see holdfast status \(slot.client)/\(slot.period)"
                ))
        }
    }
}

/// Making the slots that have come due.
extension Tick {
    private func pairs() -> [(ClientPlan, PipelinePlan)] {
        let clients = environment.workspace.clients.values.sorted { $0.name < $1.name }
        let pipelines = environment.workspace.pipelines.values.sorted { $0.name < $1.name }
        return clients.flatMap { client in pipelines.map { (client, $0) } }
    }

    private func makeSlots() throws {
        let now = environment.clock.now()
        for (client, pipeline) in pairs() {
            let since = try environment.ledger.scheduleSince(
                client: client.name, pipeline: pipeline.name, schedule: pipeline.schedule.text, now: now)
            let known = Set(
                try environment.ledger.slots(client: client.name).filter { $0.pipeline == pipeline.name }.map(\.period))
            let slots = pipeline.schedule.slots(after: since, until: now).filter { !known.contains($0.period) }
            for (index, slot) in slots.enumerated() {
                let isRun = try !isSkipped(pipeline.schedule.missed, isLatest: index == slots.count - 1, slot, now)
                try environment.ledger.add(
                    slot, client: client.name, pipeline: pipeline.name, state: isRun ? "due" : "skipped",
                    reason: isRun
                        ? "" : "missed; the pipeline's rule for missed slots is \(pipeline.schedule.missed.rawValue)")
            }
        }
    }

    /// Whether a slot that is made only now was missed for good. One whose deadline has not passed was not missed.
    private func isSkipped(_ missed: Schedule.Missed, isLatest: Bool, _ slot: ScheduledSlot, _ now: Date) throws -> Bool
    {
        switch missed {
        case .all: false
        case .latest: !isLatest
        case .skip: slot.deadline < now
        }
    }
}
