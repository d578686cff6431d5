/// The tables of a client database in PostgreSQL: those of SQLite, with the search index in a table of its own. Texts compare
/// byte by byte. What a library may make as long as it likes is indexed by its beginning, for an entry of an index is short.
enum PostgreSQLSchema {
    /// Who may read the schema: raised when the layout changes. A schema of the format before is read as it is, and brought
    /// to this one before anything is written to it.
    static let format = 2

    /// Characters of a text that stand in an index.
    static let indexed = 100

    static let tables = """
        create table meta(key text primary key, value text not null);
        create table contributor(
            id bigint primary key, symbol text collate "C" not null unique, name text not null);
        create table record(
            id bigint not null, contributor bigint not null, kind text collate "C" not null,
            control_number text collate "C" not null, form text not null, hash bytea not null, version bigint not null,
            title text not null, author text not null, subject text not null, marc bytea not null);
        create table holding(
            record bigint not null, number bigint not null, library text, location text, sublocation text,
            call_number text, copy text, barcode text, note text, url text, summary text);
        create table identifier(
            record bigint not null, type text collate "C" not null, value text collate "C" not null);
        create table search(
            record bigint not null, title tsvector not null, author tsvector not null, subject tsvector not null);
        create table version(
            id bigint primary key, contributor bigint not null, period text not null, mode text not null,
            submission text not null, input text not null,
            added bigint not null default 0, replaced bigint not null default 0, unchanged bigint not null default 0,
            deleted bigint not null default 0, delete_not_held bigint not null default 0,
            absent bigint not null default 0, rows_before bigint not null, rows_after bigint not null default 0,
            sums_before text not null, summary text not null default '', verdict text not null default '');
        create table change(
            id bigint primary key, version bigint not null, ordinal bigint, record bigint,
            kind text collate "C" not null, control_number text collate "C" not null, action text not null, hash bytea,
            before_form text, before_hash bytea, before_version bigint, before_title text, before_author text,
            before_subject text, before_marc bytea, before_identifiers json, before_holdings json);
        create table checksum(
            contributor bigint not null, table_name text not null, rows bigint not null, sum bytea not null,
            primary key(contributor, table_name));
        create table history(
            version bigint not null, section text collate "C" not null, place text collate "C" not null,
            records bigint not null);
        create index history_version on history(version);
        create table seal(
            table_name text not null, id bigint not null, sum bytea not null, primary key(table_name, id));
        insert into meta values ('format', '\(format)'), ('last-version', '0');
        """

    /// Made after the rows where an empty database is filled.
    static let indexes = [
        "create unique index record_id on record(id)",
        """
        create unique index record_identity on record(
            contributor, left(control_number, \(indexed)), kind, hashtextextended(control_number, 0))
        """,
        "create index holding_record on holding(record, number)",
        "create index identifier_record on identifier(record)",
        "create index identifier_value on identifier(left(value, \(indexed)), type)",
        "create unique index search_record on search(record)",
        "create index search_words on search using gin(title, author, subject)",
    ]

    static let indexNames = [
        "record_id", "record_identity", "holding_record", "identifier_record", "identifier_value", "search_record",
        "search_words",
    ]

    /// Tells the server what stands in the tables; of words and images, which take long to read, only in what it looks for.
    /// What indexes make of columns is looked at only where all columns are.
    static let analyze = "analyze record, holding, identifier, search(record), change(id, version, record)"

    static let dropIndexes = "drop index " + indexNames.joined(separator: ", ")

    /// A condition that finds a record by its identity, with the values' names in SQL.
    static func isIdentity(_ table: String, contributor: String, controlNumber: String, kind: String) -> String {
        """
        \(table).contributor = \(contributor) and left(\(table).control_number, \(indexed)) = \
        left(\(controlNumber), \(indexed)) and \(table).control_number = \(controlNumber) and \(table).kind = \(kind)
        """
    }

    /// A condition that finds an identifier, with the values' names in SQL.
    static func isIdentifier(_ table: String, type: String, value: String) -> String {
        """
        left(\(table).value, \(indexed)) = left(\(value), \(indexed)) and \(table).value = \(value) \
        and \(table).type = \(type)
        """
    }
}

extension PostgreSQLSchema {
    /// What a schema is before anything is done with it.
    enum State {
        case absent
        /// It is there and holds nothing.
        case empty
        /// Made by a program whose format is the one before.
        case earlier
        case made
    }

    /// - Throws: `CatalogError` where it is the schema of something else, or of another format.
    static func state(on connection: PostgreSQLConnection) throws(CatalogError) -> State {
        let name = PostgreSQLValue.text(connection.address.schema)
        guard try connection.number("select 1::bigint from pg_namespace where nspname = $1", [name]) != nil else {
            return .absent
        }
        let tables = try connection.query(
            """
            select count(*), count(*) filter (where c.relname = 'meta') from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relkind in ('r', 'p', 'v')
            """, [name])
        guard let row = tables.first, row.int(0) > 0 else { return .empty }
        guard row.int(1) > 0 else {
            throw CatalogError(
                .format, "open", connection.address.name, cause: "the schema holds the tables of another program",
                advice: "name another one, with ?schema=NAME behind the address")
        }
        let found = try connection.text("select value from meta where key = 'format'") ?? ""
        if found == "\(format - 1)" { return .earlier }
        guard found == "\(format)" else {
            throw CatalogError(
                .format, "open", connection.address.name,
                cause: "its format is \(found), the one that is read here is \(format)")
        }
        return .made
    }

    /// Makes the tables, and the schema where there is none, inside the open transaction.
    ///
    /// - Returns: false where they were there.
    static func make(on connection: PostgreSQLConnection) throws(CatalogError) -> Bool {
        switch try state(on: connection) {
        case .made, .earlier: return false
        case .absent: try connection.execute("create schema \(connection.address.quotedSchema)")
        case .empty: break
        }
        try connection.execute(tables + indexes.joined(separator: ";"))
        return true
    }
}
