internal import Foundation
internal import ServerSupport

/// The stores that a test of behaviour runs on.
public enum StoreKind: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite = "SQLite"
    case postgreSQL = "PostgreSQL"

    /// Those that can be tested here; `PostgreSQLTests` says why PostgreSQL is left out.
    public static let available: [StoreKind] = TestPostgreSQL.isInstalled ? [.sqlite, .postgreSQL] : [.sqlite]

    public var description: String { rawValue }

    /// A statement written for SQLite as this store takes it.
    public func sql(_ statement: String) -> String {
        if self == .sqlite { return statement }
        return Self.inPostgreSQL.reduce(statement) { $0.replacing($1.key, with: $1.value) }
            .replacing(#/cast\(replace\(cast\(([a-z_]+) as text\)/#) {
                "convert_to(replace(convert_from(\($0.1), 'UTF8')"
            }
    }

    private static let inPostgreSQL = [
        "insert into search(search, rowid, title, author, subject) select 'delete', id, title, author, subject "
            + "from record where id =": "delete from search where record =",
        "where rowid =": "where record =", "zeroblob(16)": "decode(repeat('00', 16), 'hex')",
        " as blob)": ", 'UTF8')",
        "create trigger spoil after insert on record begin delete from holding; end":
            "create trigger spoil before update on record for each row execute function suppress_redundant_updates_trigger()",
    ]
}
