public import Update

/// A pipeline as it is to run: what kind of submissions, when, by when, within which limits. `pipelines/NAME.yaml`.
public struct PipelinePlan: Sendable, Equatable {
    /// The file's name without its ending.
    public var name: String
    public var mode: Mode
    public var schedule: Schedule
    public var gates: GateLimits
    /// Whether the client's database is audited at the end of each update.
    public var audits: Bool
    /// Whether records that have lost their last holding are taken out at the end of each update.
    public var purges: Bool
    /// Whether what is older than the workspace keeps is removed at the end of each update.
    public var retains: Bool

    init(name: String, file: String, text: String, problems: ProblemList) {
        self.name = name
        let map = YAMLMap(file: file, text: text, problems: problems)
        _ = map.string("description")
        mode = map.word("mode", among: Mode.allCases.map { ($0.rawValue, $0) }) ?? .changes
        if !map.names.contains("mode") {
            map.problem(at: "mode", "the key 'mode' is missing; expected full or changes")
        }
        schedule = Schedule(map.map("schedule"), in: map)
        gates = GateLimits(map.map("gates")).completed(by: .standard)
        audits = map.flag("audit") ?? false
        purges = map.flag("purge") ?? false
        retains = map.flag("retain") ?? false
        map.finish()
    }
}
