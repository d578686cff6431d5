public import Catalog
internal import MARC
internal import Update

/// Taking a contributor's records out of a client database without a submission, as a version of its own that can be undone.
public enum RemovalRun {
    /// What is taken out.
    public enum Selection: Sendable {
        /// Every record that the contributor has.
        case all
        /// Those of these names that are held.
        case named([RecordName])
    }

    /// - Parameters:
    ///   - facts: whose records, for which period, and what for.
    ///   - prove: proves the result on the open transaction.
    /// - Returns: the version.
    /// - Throws: what the store and `prove` throw; the database is then as it was.
    public static func run(
        _ selection: Selection, _ facts: SubmissionFacts, store: any CatalogStore, prove: (OpenInstall) throws -> Void
    ) throws -> CatalogVersion {
        try store.install(facts, input: "", replacing: nil) { transaction in
            try remove(selection, from: transaction)
            try prove(OpenInstall(transaction: transaction, committed: store.reading(), submission: facts))
            return transaction.version
        }
    }

    /// Shows `body` the database as the removal would leave it, and takes everything back.
    public static func rehearse(
        _ selection: Selection, _ facts: SubmissionFacts, store: any CatalogStore, _ body: (OpenInstall) throws -> Void
    ) throws {
        do {
            _ = try run(selection, facts, store: store) { open in
                try body(open)
                throw RehearsalEnded()
            }
        } catch is RehearsalEnded {}
    }

    private static func remove(_ selection: Selection, from transaction: any InstallTransaction) throws {
        switch selection {
        case .all: try transaction.deleteAbsent(kinds: Set(RecordKind.allCases))
        case .named(let names): try transaction.delete(names)
        }
        try transaction.settle()
    }
}
