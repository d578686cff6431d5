internal import MARC
internal import Update

/// What a profile does otherwise about defect codes and levels of records.
///
/// ```yaml
/// codes:
///   validate.title-repeated: { action: record-rejected, records: [bibliographic], reason: blank titles in the hit list }
///   validate.subfield-undefined: { off: true, tags: ["9XX"], reason: our own subfields }
/// levels:
///   critical: { action: submission-held, reason: the library asked to see them first }
/// ```
extension Profile {
    mutating func readCodes(_ map: YAMLMap?, _ knownCodes: Set<String>) {
        guard let map else { return }
        for name in map.names {
            guard let entry = map.map(name) else { continue }
            if !knownCodes.contains(name) {
                let near = NearestName.of(name, among: knownCodes).map { "; did you mean '\($0)'?" } ?? ""
                map.problem(at: name, "'\(name)' is no defect code\(near)")
            }
            let severity = entry.word("severity", among: Severity.allCases.map { ($0.name, $0) })
            let action = entry.word("action", among: Action.settable.map { ($0.name, $0) })
            Self.check(action, of: name, in: entry)
            let exception = DefectPolicy.Exception(
                severity: severity, action: action, isOff: entry.flag("off") ?? false, kinds: Self.kinds(entry),
                tags: entry.values("tags", expectation: "a tag of three characters, X for any") { TagPattern($0) })
            if severity == nil, action == nil, !exception.isOff {
                entry.problem(at: name, "'\(name)' says nothing; expected severity, action or off")
            }
            codes.append(CodeException(name: name, exception: exception, reason: entry.requiredString("reason")))
            entry.finish()
        }
        codes.sort { $0.name < $1.name }
    }

    mutating func readLevels(_ map: YAMLMap?) {
        guard let map else { return }
        for level in Level.allCases where level != .clean {
            guard let entry = map.map(level.name) else { continue }
            let action = entry.word("action", among: Action.settable.map { ($0.name, $0) })
            if !entry.names.contains("action") { entry.problem(at: "action", "the key 'action' is missing") }
            let rule = LevelRule(
                level: level, action: action ?? .noted, kinds: Self.kinds(entry), reason: entry.requiredString("reason")
            )
            // Each defect is noted in any case.
            if rule.action != .noted { levels.append(rule) }
            entry.finish()
        }
        map.finish()
    }

    private static func kinds(_ entry: YAMLMap) -> Set<RecordKind> {
        let names = RecordKind.allCases.map(\.name).joined(separator: ", ")
        return Set(
            entry.values("records", expectation: names) { text in RecordKind.allCases.first { $0.name == text } })
    }

    /// What a rule repairs or drops it has changed, whatever the profile says.
    private static func check(_ action: Action?, of name: String, in entry: YAMLMap) {
        guard action == .noted, let code = DefectCodes.code(name),
            code.action == .repaired || code.action == .partDropped
        else { return }
        entry.problem(
            at: "action",
            "the rule of '\(name)' changes the record (\(code.action.name)); 'action' can only be record-rejected or "
                + "submission-held there, and off: true leaves it out of the reports")
    }
}

extension Action {
    /// What a profile may ask for. What is to be dropped stands under `strip`.
    static let settable: [Action] = [.noted, .recordRejected, .submissionHeld]
}

extension LevelRule {
    /// As `rerun` compares and reports show it.
    var text: String { ([level.name, action.name] + kinds.map(\.name).sorted()).joined(separator: " ") }
}
