internal import Foundation
internal import Ingest
internal import Update

/// Fetches from the sources of a client's contributors, and does nothing else: `holdfast collect`.
public struct SourceRunner {
    let environment: RunEnvironment

    public init(_ environment: RunEnvironment) { self.environment = environment }

    /// What came of one contributor's source.
    public struct Report: Sendable, Equatable, Encodable {
        public struct File: Sendable, Equatable, Encodable {
            public let name: String
            /// Bytes.
            public let size: Int
            public let sha256: String
        }

        public let contributor: String
        public var files: [File] = []
        /// Files at the source that were fetched before.
        public var unchanged = 0
        /// The code of the defect that kept the source from being collected from; nil where all went well.
        public var code: String?
        /// What went wrong, in one sentence.
        public var problem: String?
    }

    /// - Parameters:
    ///   - contributors: nil for all that have a source.
    ///   - since: the date from which repositories are harvested, in place of the one kept from the last time.
    /// - Throws: `RunRefusal` where the client is locked, a name is unknown, or a named contributor has no source.
    public func collect(_ client: ClientPlan, contributors: Set<String>? = nil, since: String? = nil) throws
        -> [Report]
    {
        try UpdateRunner(environment).check(contributors, of: client)
        let chosen = try environment.present(client).filter { contributors?.contains($0.symbol) ?? ($0.source != nil) }
        for contributor in chosen where contributor.source == nil {
            throw RunRefusal(
                "\(contributor.symbol) has no source in clients/\(client.name).yaml; what it puts into its drop folder is "
                    + "taken by holdfast run")
        }
        for contributor in chosen where since != nil && contributor.source?.isCumulative != true {
            throw RunRefusal(
                "--since is for repositories, and the source of \(contributor.symbol) is none; name the contributors with "
                    + "--contributor")
        }
        let lock = try environment.lock(client.name, purpose: "collect \(client.name)")
        defer { withExtendedLifetime(lock) {} }
        return chosen.map { report(client, $0, since: since) }
    }

    private func report(_ client: ClientPlan, _ contributor: ClientPlan.Contributor, since: String?) -> Report {
        let run = SourceRun(environment: environment, client: client, contributor: contributor)
        var report = Report(contributor: contributor.symbol)
        run.tidy()
        do {
            let mode = environment.workspace.profiles[contributor.profile]?.mode ?? .changes
            let fetched = try run.fetch(mode, since: since)
            report.files = (fetched?.files ?? []).map { .init(name: $0.name, size: $0.size, sha256: $0.sha256) }
            report.unchanged = fetched?.unchanged ?? 0
        } catch let failure as SourceFailure {
            report.code = failure.defect.code.name
            report.problem = failure.defect.message
        } catch {
            report.problem = "\(error)"
        }
        return report
    }
}
