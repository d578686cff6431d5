internal import Update

/// The gates, held against what the stages counted and what install would do.
struct GateMeasurement {
    /// What an install would do, by number of records, and what is there now.
    struct Plan {
        /// The contributor's records in the database.
        var installed = 0
        /// Explicit deletes of records that are there.
        var deletes = 0
        /// Records that a full load does not name.
        var absent = 0
        /// Records of a full load that cannot be identified, so that nothing can be said to be absent.
        var unidentifiable = 0
    }

    let limits: GateLimits
    let mode: Mode
    let validate: StageSummary
    let plan: Plan
    /// Defects of earlier stages whose action is to hold the submission, as sentences, by code.
    let holds: [(code: String, message: String)]

    var measures: [GateVerdict.Measure] {
        var measures = holds.map { hold in
            GateVerdict.Measure(
                gate: hold.code, count: 1, of: 1, limitPercent: nil, limitAtLeast: nil, isOpen: false,
                message: hold.message)
        }
        measures.append(rejects)
        measures.append(deletes)
        if mode == .full { measures += [absent, unidentifiable] }
        return measures
    }

    private var rejects: GateVerdict.Measure {
        let count = validate.dispositions[Disposition.rejected.name] ?? 0
        return .init(
            gate: "rejects", count: count, of: validate.recordsIn, limit: limits.rejects,
            what: "\(count) of \(validate.recordsIn) records were rejected")
    }

    private var deletes: GateVerdict.Measure {
        .init(
            gate: "deletes", count: plan.deletes, of: plan.installed, limit: limits.deletes,
            what: "\(plan.deletes) of the contributor's \(plan.installed) installed records would be deleted on demand")
    }

    private var absent: GateVerdict.Measure {
        .init(
            gate: "absent", count: plan.absent, of: plan.installed, limit: limits.absent,
            what:
                "\(plan.absent) of the contributor's \(plan.installed) installed records are absent from this full load and "
                + "would be deleted")
    }

    private var unidentifiable: GateVerdict.Measure {
        let count = plan.unidentifiable
        let isOpen = count == 0 || plan.absent == 0
        return .init(
            gate: "unidentifiable", count: count, of: validate.recordsIn, limitPercent: nil, limitAtLeast: nil,
            isOpen: isOpen,
            message: "\(count) records of this full load cannot be identified"
                + (isOpen ? "" : ", so it cannot be said which of the installed records are absent"))
    }
}
