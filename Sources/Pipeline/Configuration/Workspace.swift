internal import Foundation

/// A workspace as its files describe it: clients, profiles, pipelines, and where things are. All files are read and checked
/// before anything runs.
public struct Workspace: Sendable {
    /// The folder that holds `holdfast.yaml`.
    public let folder: String
    public private(set) var settings: Settings
    /// By name.
    public let pipelines: [String: PipelinePlan]
    /// By name.
    public let clients: [String: ClientPlan]
    /// By name.
    public let profiles: [String: Profile]

    /// What `holdfast.yaml` says.
    public struct Settings: Sendable, Equatable {
        /// The drop folders, relative to the workspace.
        public var inbox = "inbox"
        /// Run directories, relative to the workspace.
        public var runs = "runs"
        /// Threads that work on batches; 0 for one a core.
        public var threads = 0
        /// How long a delivered file must not have changed before it is taken.
        public var settleSeconds = 5.0
        /// How long to wait for a file that still grows.
        public var growthWaitSeconds = 60.0
        /// How much of the past is kept.
        public var retention = Retention()
    }

    /// Reads every file of the workspace at `folder`.
    ///
    /// - Parameters:
    ///   - knownCodes: the names of all defect codes, which profiles may name.
    ///   - threads: in place of what `holdfast.yaml` says.
    /// - Throws: `ConfigurationError` with everything that is wrong.
    public init(folder: String, knownCodes: Set<String>, threads: Int? = nil) throws(ConfigurationError) {
        let problems = ProblemList()
        self.folder = folder
        let files = ConfigurationFiles(folder: folder, problems: problems)
        var settings = Settings(files, problems)
        settings.threads = threads ?? settings.threads
        self.settings = settings
        profiles = files.read("profiles") { name, file, text in
            Profile(name: name, file: file, text: text, knownCodes: knownCodes, problems: problems)
        }
        pipelines = files.read("pipelines") { name, file, text in
            PipelinePlan(name: name, file: file, text: text, problems: problems)
        }
        clients = files.read("clients") { name, file, text in
            ClientPlan(name: name, file: file, text: text, problems: problems)
        }
        for client in clients.values {
            for contributor in client.contributors
            where !contributor.profile.isEmpty && profiles[contributor.profile] == nil {
                let near =
                    NearestName.of(contributor.profile, among: profiles.keys).map { "; did you mean '\($0)'?" } ?? ""
                let line = files.line(of: contributor.profile, in: "clients/\(client.name).yaml")
                problems.add(
                    "clients/\(client.name).yaml", line, 0,
                    "there is no profile '\(contributor.profile)' (profiles/\(contributor.profile).yaml)\(near)")
            }
        }
        for client in clients.values { checkCalendars(of: client, files, problems) }
        try problems.check()
    }

    /// Whether calendars name pipelines and their periods.
    private func checkCalendars(of client: ClientPlan, _ files: ConfigurationFiles, _ problems: ProblemList) {
        let file = "clients/\(client.name).yaml"
        for contributor in client.contributors {
            for (name, expected) in contributor.expects.sorted(by: { $0.key < $1.key }) {
                let found =
                    pipelines[name].map { expected.problems(with: $0.schedule) }
                    ?? ["there is no pipeline '\(name)' (pipelines/\(name).yaml)"]
                for problem in found {
                    problems.add(
                        file, files.line(of: "expects", in: file), 0,
                        "\(contributor.symbol) expects \(name): \(problem)")
                }
            }
        }
    }

    /// The folder that holds `holdfast.yaml`, from `start` upwards; nil where there is none.
    public static func find(from start: String) -> String? {
        var url = URL(fileURLWithPath: start).standardizedFileURL
        while true {
            if FileManager.default.fileExists(atPath: url.appendingPathComponent("holdfast.yaml").path) {
                return url.path
            }
            let parent = url.deletingLastPathComponent().standardizedFileURL
            if parent.path == url.path { return nil }
            url = parent
        }
    }

    /// The same workspace with its run directories elsewhere.
    func withRuns(in folder: String) -> Workspace {
        var copy = self
        copy.settings.runs = folder
        return copy
    }

    /// A path of the workspace as an absolute one.
    public func path(_ relative: String) -> String {
        relative.hasPrefix("/") ? relative : "\(folder)/\(relative)"
    }

    /// A profile's text as it stands in its file now.
    ///
    /// - Throws: `ConfigurationError` where it cannot be read.
    func profileText(_ name: String) throws -> String {
        let problems = ProblemList()
        let text = ConfigurationFiles(folder: folder, problems: problems).text("profiles/\(name).yaml")
        try problems.check()
        return text ?? ""
    }

    /// Threads to work with.
    public var threads: Int { settings.threads > 0 ? settings.threads : ProcessInfo.processInfo.activeProcessorCount }
}

extension Workspace.Settings {
    init(_ files: ConfigurationFiles, _ problems: ProblemList) {
        self.init()
        guard let text = files.text("holdfast.yaml") else { return }
        // A file with nothing but comments asks for the defaults.
        guard files.hasContent(text) else { return }
        let map = YAMLMap(file: "holdfast.yaml", text: text, problems: problems)
        inbox = map.string("inbox") ?? inbox
        runs = map.string("runs") ?? runs
        threads = map.integer("threads", in: 0...1024) ?? threads
        settleSeconds = map.number("settle-seconds", in: 0...86_400) ?? settleSeconds
        growthWaitSeconds = map.number("growth-wait-seconds", in: 0...86_400) ?? growthWaitSeconds
        if let keys = map.map("retention") { retention = Retention(keys) }
        map.finish()
    }
}
