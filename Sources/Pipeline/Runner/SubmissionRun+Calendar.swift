internal import Foundation
internal import Ingest
internal import Update

/// What the contributor's calendar says of the submission.
extension SubmissionRun {
    private var expected: ExpectedDelivery? { contributor.expects[pipeline.name] }

    /// The patterns of names that files of this period are expected to bear.
    var expectedFiles: [String] {
        guard let expected, expected.due(in: period, of: pipeline.schedule) != nil else { return [] }
        return expected.files
    }

    /// The defect of a delivery that was due and is not there; nil where none was due yet.
    func missingDelivery() throws -> Defect? {
        guard let due = expected?.due(in: period, of: pipeline.schedule), due <= environment.clock.now() else {
            return nil
        }
        let earlier = try environment.ledger.submissions(client: client.name, contributor: contributor.symbol)
        return DeliveryMissing.defect(
            period: period, due: pipeline.schedule.localText(due), last: earlier.last { $0.period != period }?.period)
    }
}

/// Deliveries that a client's calendars have for one period.
public struct AwaitedDelivery: Sendable, Equatable, Encodable {
    public let contributor: String
    public let period: String
    /// By when it is expected, as people of the pipeline's time zone write it.
    public let by: String
    /// Whether that has passed.
    public let isOverdue: Bool
}

extension RunEnvironment {
    /// What contributors who bring their files themselves have still to deliver for a period: nothing of theirs was taken,
    /// and nothing lies in their drop folders.
    public func awaited(_ client: ClientPlan, _ pipeline: PipelinePlan, period: String) throws -> [AwaitedDelivery] {
        let inbox = DropFolder(path: workspace.path(workspace.settings.inbox))
        let taken = Set(try ledger.submissions(client: client.name, period: period).map(\.contributor))
        return try present(client).compactMap { contributor in
            guard contributor.source == nil, !taken.contains(contributor.symbol),
                let due = contributor.expects[pipeline.name]?.due(in: period, of: pipeline.schedule),
                try inbox.deliveries(client: client.name, contributor: contributor.symbol).isEmpty
            else { return nil }
            return AwaitedDelivery(
                contributor: contributor.symbol, period: period, by: pipeline.schedule.localText(due),
                isOverdue: due <= clock.now())
        }
    }

    /// The contributors of an update whose deliveries were due and did not come, with what the defect says.
    public func missing(client: String, period: String) throws -> [(contributor: String, message: String)] {
        guard let plan = workspace.clients[client] else { return [] }
        return try plan.contributors.compactMap { contributor in
            let folder = folder(client: client, period: period, contributor: contributor.symbol)
            return try folder.missingDelivery().map { (contributor.symbol, $0) }
        }
    }
}

extension SubmissionFolder {
    /// What the defect of a delivery that did not come says; nil where there is none.
    public func missingDelivery() throws -> String? {
        struct Line: Decodable {
            let code: String
            let message: String
        }
        guard let file = uncollectedDefects, let text = FileManager.default.contents(atPath: file) else { return nil }
        for line in text.split(separator: 0x0A) {
            let defect = try JSONDecoder().decode(Line.self, from: line)
            if defect.code == DeliveryMissing.code.name { return defect.message }
        }
        return nil
    }
}
