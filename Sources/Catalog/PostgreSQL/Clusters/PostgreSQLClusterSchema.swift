/// The tables of clusters, which a client has that matches its records.
enum PostgreSQLClusterSchema {
    /// The key under which `meta` keeps the rules.
    static let rules = "match-rules"

    static let tables = """
        create table cluster(
            record bigint not null, master bigint not null, contributor bigint not null, level bigint not null,
            oclc text, title bigint not null);
        create table match_key(record bigint not null, key bytea not null);
        create table review(
            kind text collate "C" not null, evidence text collate "C" not null, record bigint not null);
        create unique index review_reason on review(kind, md5(evidence), record);
        create index review_record on review(record);
        """

    /// Made after the rows where an empty database is filled.
    static let indexes = """
        create unique index cluster_record on cluster(record);
        create index cluster_master on cluster(master);
        create index match_key_value on match_key(key, record);
        create index match_key_record on match_key(record);
        """

    static let dropIndexes = "drop index cluster_record, cluster_master, match_key_value, match_key_record"

    static func exists(on connection: PostgreSQLConnection) throws(CatalogError) -> Bool {
        try isTable("match_key", on: connection)
    }

    static func isTable(_ name: String, on connection: PostgreSQLConnection) throws(CatalogError) -> Bool {
        try connection.number(
            """
            select 1::bigint from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relname = $2
            """, [.text(connection.address.schema), .text(name)]) != nil
    }

    /// The rules by which the database's clusters were made; nil where its records are not matched.
    static func rules(on connection: PostgreSQLConnection) throws(CatalogError) -> String? {
        try connection.text("select value from meta where key = $1", [.text(rules)])
    }

    /// Makes tables for clusters by some rules, or empties those that are there: dropping them would keep readers waiting.
    ///
    /// - Returns: true where they were made, so that nobody else sees them yet.
    @discardableResult
    static func create(_ rules: String?, on connection: PostgreSQLConnection) throws(CatalogError) -> Bool {
        let exists = try exists(on: connection)
        if exists { try connection.execute("delete from cluster; delete from match_key; delete from review") }
        try connection.query("delete from meta where key = $1", [.text(Self.rules)])
        guard let rules else { return false }
        if !exists { try connection.execute(tables + indexes) }
        try connection.query("insert into meta values ($1, $2)", [.text(Self.rules), .text(rules)])
        return !exists
    }
}
