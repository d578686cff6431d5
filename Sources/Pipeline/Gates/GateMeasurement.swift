internal import Catalog
internal import Scrub
internal import Update

/// The gates, held against what the stages counted, what install would do, and what the contributor has sent before.
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
        /// Records of the submission, deletes included, whose number the database has for the contributor.
        var known = 0
        /// Records of the submission, deletes included, whose number it does not have.
        var unknown = 0
    }

    let limits: GateLimits
    let mode: Mode
    /// What the profile declares.
    let encoding: DeclaredEncoding
    /// The forms of control numbers that the profile names; empty where it names none.
    let declaredForms: [String]
    /// What the profile says otherwise about codes.
    let policy: DefectPolicy
    let validate: StageSummary
    let plan: Plan
    /// What the submission looks like as a whole.
    let profile: FieldProfile
    /// The contributor's last submissions of the same mode, the newest first.
    let history: [CatalogHistory]
    /// The same, of any mode where there is none of the same.
    let anyHistory: [CatalogHistory]
    /// Defects of earlier stages whose action is to hold the submission, as sentences, by code.
    let holds: [(code: String, message: String)]

    var measures: [GateVerdict.Measure] {
        var measures = holds.map { hold in
            GateVerdict.Measure(
                gate: hold.code, count: 1, of: 1, limitPercent: nil, limitAtLeast: nil, isOpen: false,
                message: hold.message)
        }
        measures += [rejects, deletes, deleteShare]
        if mode == .full { measures += [absent, unidentifiable] }
        measures += [oneCode, encodingChanged, numberForms, numbersKnown, volume, drift].compactMap { $0 }
        return measures
    }

    private var rejects: GateVerdict.Measure {
        let count = validate.dispositions[Disposition.rejected.name] ?? 0
        return .init(
            gate: "rejects", count: count, of: validate.recordsIn, limit: limits.rejects?.limit,
            what: "\(count) of \(validate.recordsIn) records were rejected")
    }

    private var deletes: GateVerdict.Measure {
        .init(
            gate: "deletes", count: plan.deletes, of: plan.installed, limit: limits.deletes?.limit,
            what: "\(plan.deletes) of the contributor's \(plan.installed) installed records would be deleted on demand")
    }

    private var deleteShare: GateVerdict.Measure {
        let (count, total) = (profile[.submission, "deletes"], profile[.submission, "records"])
        return .init(
            gate: "delete-share", count: count, of: total, limit: limits.deleteShare?.limit,
            usual: shares(of: history) { ($0[.submission, "deletes"], $0[.submission, "records"]) },
            what: "\(count) of the submission's \(total) records are deletes")
    }

    private var absent: GateVerdict.Measure {
        .init(
            gate: "absent", count: plan.absent, of: plan.installed, limit: limits.absent?.limit,
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

    /// A share of each earlier submission in percent, the newest first; those of which it would be a share of nothing are
    /// left out.
    func shares(of history: [CatalogHistory], _ counts: (FieldProfile) -> (count: Int, of: Int))
        -> [(period: String, value: Double)]
    {
        history.compactMap { earlier in
            let (count, total) = counts(earlier.profile)
            return total == 0 ? nil : (earlier.version.period, Rounded.percent(count, of: total))
        }
    }
}
