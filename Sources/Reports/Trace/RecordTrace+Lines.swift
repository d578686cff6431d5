internal import Pipeline
internal import Update

extension RecordTrace {
    /// The trace for people.
    public var lines: [String] {
        let now =
            standing.isEmpty ? ["now: it does not stand in the database"] : standing.flatMap(\.lines).indented("now: ")
        return [record] + steps.flatMap(\.lines) + now
    }
}

extension RecordTrace.Step {
    fileprivate var lines: [String] {
        let installed = version.map { ", version \($0)" } ?? ""
        let isRemoval = unsent.contains(mode)
        let gone = isRemoval ? "" : state.isEmpty ? ", its run is no longer there" : ", \(state)"
        var lines = ["\(run)  \(mode)\(gone)\(installed)\(reason.isEmpty ? "" : ": \(reason)")"]
        if isSpent { lines.append("  its files are no longer kept") }
        if sent.isEmpty, unsent.isEmpty { return isSpent ? lines : lines + ["  its files do not have the record"] }
        for sent in sent { lines += sent.lines }
        for gate in gates { lines.append("  gate closed: \(gate)") }
        for decision in decisions { lines.append("  \(decision)") }
        for action in unsent { lines.append("  install: \(Self.words[action] ?? action)") }
        for sent in sent where version != nil || state == SubmissionState.undone.rawValue {
            lines.append("  install: \(sent.disposition)")
        }
        if let inspection { lines.append("  inspect: \(inspection)") }
        return lines
    }

    private static let words = [
        "absent": "deleted, for the full load does not have it",
        "withdrawal": "deleted, for the contributor was withdrawn",
        "purge": "deleted, for it had lost its last holding",
    ]
}

extension RecordTrace.Sent {
    fileprivate var lines: [String] {
        ["  \(file): record \(record), byte \(offset), \(length) bytes: \(kind), to \(intent)"]
            + lines(of: .ingest, nil) + lines(of: .scrub, isRepaired ? "repaired" : "nothing to repair")
            + lines(of: .validate, verdict)
    }

    /// A stage's outcome, and its defects below it.
    private func lines(of stage: StageName, _ outcome: String?) -> [String] {
        let own = defects.filter { $0.stage == stage.rawValue }
        if own.isEmpty, outcome == nil { return [] }
        return ["  \(stage.rawValue): \(outcome ?? "read in spite of")"]
            + own.flatMap { DefectText.inside($0) }.indented("    ")
    }
}

extension [String] {
    /// The lines behind `first`, which stands before the first of them alone.
    fileprivate func indented(_ first: String) -> [String] {
        enumerated().map { ($0.offset == 0 || first.allSatisfy(\.isWhitespace) ? first : "") + $0.element }
    }
}
