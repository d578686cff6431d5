public import Catalog
internal import Foundation

/// The book of every update, submission, stage attempt and decision: `ledger.sqlite`. The only place for times.
///
/// What a stage left stands in the run directory; the ledger says when it was made, by whom it was decided and what is
/// still to do. Each method is one short transaction.
public final class Ledger {
    let connection: SQLiteConnection

    /// Opens the ledger, making it where there is none.
    public init(path: String) throws(CatalogError) {
        connection = try SQLiteConnection(path: path, access: .create, busyTimeoutSeconds: 30)
        try connection.execute("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on")
        try connection.execute(Self.tables + Self.sourceTables + Self.withdrawalTable + Self.purgeTables)
    }

    /// Writes a copy of the ledger as it is now to a path where nothing is yet.
    func copy(to path: String) throws(CatalogError) {
        let copy = try connection.prepare("vacuum into ?")
        try copy.bind(1, path)
        try copy.run()
    }

    /// Times are kept as text, ISO 8601 in UTC with milliseconds, for whoever reads by hand.
    static func time(_ date: Date) -> String {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return formatter.string(from: date)
    }

    static func date(_ text: String?) -> Date? {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        return text.flatMap { formatter.date(from: $0) }
    }

    private static let tables = """
        create table if not exists update_run (
            client text not null, period text not null, pipeline text not null,
            state text not null, started text not null, ended text, primary key (client, period)
        ) without rowid;
        create table if not exists submission (
            client text not null, period text not null, contributor text not null, mode text not null,
            state text not null, reason text not null default '', changed text not null,
            primary key (client, period, contributor)
        ) without rowid;
        create table if not exists attempt (
            client text not null, period text not null, contributor text not null, stage text not null,
            number integer not null, state text not null, profile text not null, started text not null, ended text,
            cause text, primary key (client, period, contributor, stage, number, started)
        ) without rowid;
        create table if not exists decision (
            id integer primary key, client text not null, period text not null, contributor text not null,
            verb text not null, who text not null, reason text not null, made text not null
        );
        create table if not exists delivered_file (
            client text not null, contributor text not null, sha256 text not null, name text not null, size integer not null,
            period text not null, primary key (client, contributor, sha256, period)
        ) without rowid;
        create table if not exists schedule_seen (
            client text not null, pipeline text not null, schedule text not null, since text not null,
            primary key (client, pipeline)
        ) without rowid;
        create table if not exists slot (
            client text not null, pipeline text not null, period text not null, due text not null, deadline text not null,
            state text not null, reason text not null default '', alarmed text, primary key (client, pipeline, period)
        ) without rowid;
        create table if not exists delivery_alarm (
            client text not null, pipeline text not null, period text not null, contributor text not null,
            alarmed text not null, primary key (client, pipeline, period, contributor)
        ) without rowid;
        """
}
