public import Catalog
public import Update

/// The database as an install would leave it, beside the one that readers see.
public struct Rehearsal {
    public let transaction: any InstallTransaction
    public let committed: any CatalogReading
    /// A version that the install would replace.
    let replaced: Int?
    /// Records of a full load that cannot be identified, so that nothing would be deleted for being absent.
    public let withholdsAbsence: Bool

    /// Lends what would stand otherwise, record by record, in the order of the submission.
    public func forEachDifference(_ body: (RecordDifference) throws -> Void) throws {
        try forEachName { name in
            let difference = RecordDifference(
                name: name, before: try committed.image(of: name), after: try transaction.image(of: name))
            if difference.before != difference.after { try body(difference) }
        }
    }

    /// Lends every record that the install touches, each once.
    func forEachName(_ body: (RecordName) throws -> Void) throws {
        guard let contributor = transaction.contributorSymbol else { return }
        func name(_ change: CatalogChange) -> RecordName {
            RecordName(RecordIdentity(contributor: contributor, controlNumber: change.controlNumber), kind: change.kind)
        }
        let actions: Set<CatalogChange.Action> = [.added, .replaced, .deleted, .absent]
        var undone = Set<RecordName>()
        if let replaced { try committed.forEachChange(of: replaced, actions) { undone.insert(name($0)) } }
        try transaction.forEachChange(of: transaction.version.id, actions) { change in
            undone.remove(name(change))
            try body(name(change))
        }
        for name in undone.sorted(by: { $0.identity < $1.identity }) { try body(name) }
    }
}

extension InstallTransaction {
    /// The symbol of the contributor whose submission is installed.
    fileprivate var contributorSymbol: String? {
        (try? contributors())?.first { $0.id == version.contributor }?.symbol
    }
}

/// Ends a rehearsal, so that everything is taken back.
struct RehearsalEnded: Error {}

extension InstallRun {
    /// Shows `body` the database as the install would leave it, and takes everything back.
    ///
    /// - Returns: false where the submission is installed already and nothing would change; `body` is not called then.
    /// - Throws: as ``run(records:verdicts:store:submission:context:inspect:)``; what `body` throws.
    public static func rehearse(
        records: SpoolReader, verdicts: SpoolReader, store: any CatalogStore, submission: SubmissionFacts,
        context: StageContext, _ body: (Rehearsal) throws -> Void
    ) throws -> Bool {
        let input = input(records, verdicts)
        let earlier = try store.reading().version(
            forSubmission: submission.checksum, contributor: submission.contributor, period: submission.period)
        if let earlier, earlier.input == input { return false }
        do {
            try store.install(submission, input: input, replacing: earlier?.id) { transaction in
                let intake = try apply(records, verdicts, of: submission, to: transaction, context)
                let deletes = intake.deletesAbsent(submission)
                if deletes { try transaction.deleteAbsent(kinds: intake.kinds) }
                try transaction.settle()
                try body(
                    Rehearsal(
                        transaction: transaction, committed: try store.reading(), replaced: earlier?.id,
                        withholdsAbsence: submission.mode == .full && !deletes))
                throw RehearsalEnded()
            }
        } catch is RehearsalEnded {
            return true
        }
        return true
    }
}
