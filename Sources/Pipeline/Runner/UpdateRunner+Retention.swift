internal import Catalog
internal import Foundation
internal import Update

/// Removing what is older than `retention` keeps.
extension UpdateRunner {
    /// Removes files and spools of old submissions and images of old versions; never what a submission needs that may still
    /// be installed, never of the versions that can be undone.
    ///
    /// - Parameter isPlan: says what would be removed, and removes nothing.
    /// - Throws: `RunRefusal` where the client is locked or `holdfast.yaml` says nothing of retention.
    public func retain(_ client: ClientPlan, isPlan: Bool = false) throws -> RetentionAccount {
        let retention = environment.workspace.settings.retention
        guard retention != Retention() else {
            throw RunRefusal(
                "holdfast.yaml has no key 'retention', so everything is kept; retention: { spools: 12, versions: 12 } would "
                    + "keep the files of twelve submissions of each contributor and twelve versions to undo")
        }
        let lock = try environment.lock(client.name, purpose: "retain \(client.name)")
        defer { withExtendedLifetime(lock) {} }
        try recover(client.name)
        return try removeOld(client, retention, isPlan: isPlan)
    }

    /// At the end of an update, under its lock. What cannot be removed is told, and tried again next time.
    func retainAtEnd(_ client: ClientPlan) {
        let retention = environment.workspace.settings.retention
        if retention == Retention() { return }
        do {
            for line in try removeOld(client, retention, isPlan: false).lines(isPlan: false) {
                environment.observer(.notice(line))
            }
        } catch {
            environment.observer(.notice("what is older than retention keeps could not be removed: \(error)"))
        }
    }

    private func removeOld(_ client: ClientPlan, _ retention: Retention, isPlan: Bool) throws -> RetentionAccount {
        var account = RetentionAccount()
        if let kept = retention.spools { try removeSpools(client, kept, isPlan, &account) }
        if let kept = retention.versions, hasDatabase(client) { try removeImages(client, kept, isPlan, &account) }
        return account
    }

    private func removeSpools(
        _ client: ClientPlan, _ kept: Int, _ isPlan: Bool, _ account: inout RetentionAccount
    ) throws {
        let rows = Dictionary(
            grouping: try environment.ledger.submissions(client: client.name), by: \.contributor)
        for (contributor, own) in rows.sorted(by: { $0.key < $1.key }) {
            for row in own.dropLast(kept) where row.state.isSettled {
                let folder = environment.folder(client: client.name, period: row.period, contributor: contributor)
                let bytes = folder.spoolBytes()
                if bytes == 0 { continue }
                if !isPlan { try folder.removeSpools() }
                account.spools.append(.init(run: row.run, contributor: contributor, bytes: bytes))
            }
        }
    }

    private func removeImages(
        _ client: ClientPlan, _ kept: Int, _ isPlan: Bool, _ account: inout RetentionAccount
    ) throws {
        let store = try environment.workspace.store(of: client)
        let reading = try store.reading()
        let versions = Dictionary(grouping: try reading.versions(), by: \.contributor)
        let forgotten = try reading.forgotten()
        for contributor in try reading.contributors() {
            guard let newest = versions[contributor.id]?.dropLast(kept).last,
                newest.id > forgotten[contributor.id] ?? 0
            else { continue }
            let changes =
                try isPlan
                ? reading.countChanges(of: contributor.id, upTo: newest.id)
                : store.forgetImages(of: contributor.id, upTo: newest.id)
            account.images.append(
                .init(contributor: contributor.symbol, version: newest.id, period: newest.period, changes: changes))
        }
    }
}

extension SubmissionState {
    /// Whether nothing will become of the submission without a person's rerun.
    fileprivate var isSettled: Bool {
        switch self {
        case .installed, .refused, .superseded, .undone: true
        case .held, .waiting, .working, .failed, .undoing: false
        }
    }
}
