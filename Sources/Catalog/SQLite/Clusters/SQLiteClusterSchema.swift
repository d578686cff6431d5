/// The tables of clusters, which a client has that matches its records.
enum SQLiteClusterSchema {
    /// A record has at most so many keys.
    static let keysOfRecord = 1024
    /// `match_key.id` is the record's number times this and a number from 0.
    static let keyShift = 10

    /// The key under which `meta` keeps the rules.
    static let rules = "match-rules"

    static let tables = """
        create table cluster(
            record integer primary key, master integer not null, contributor integer not null, level integer not null,
            oclc text, title integer not null);
        create table match_key(
            id integer primary key, key blob not null, record integer generated always as (id >> \(keyShift)) virtual);
        create table review(
            kind text not null, evidence text not null, record integer not null,
            primary key(kind, evidence, record)) without rowid;
        """

    /// Made after the rows where an empty database is filled.
    static let indexes = [
        "create index match_key_value on match_key(key)",
        "create index cluster_master on cluster(master)",
        "create index review_record on review(record)",
    ]

    static let dropIndexes = ["drop index match_key_value", "drop index cluster_master", "drop index review_record"]

    static let dropTables = "drop table cluster; drop table match_key; drop table review"

    static func exists(on connection: SQLiteConnection) throws(CatalogError) -> Bool {
        try connection.number("select 1 from sqlite_master where type = 'table' and name = 'match_key'") != nil
    }

    /// The rules by which the database's clusters were made; nil where its records are not matched.
    static func rules(on connection: SQLiteConnection) throws(CatalogError) -> String? {
        try connection.text("select value from meta where key = '\(rules)'")
    }

    /// Makes empty tables for clusters by some rules; takes those away that were there.
    static func create(_ rules: String?, on connection: SQLiteConnection) throws(CatalogError) {
        if try exists(on: connection) { try connection.execute(dropTables) }
        try connection.execute("delete from meta where key = '\(Self.rules)'")
        guard let rules else { return }
        try connection.execute(tables)
        for index in indexes { try connection.execute(index) }
        let insert = try connection.prepare("insert into meta values (?, ?)")
        try insert.bind(1, Self.rules)
        try insert.bind(2, rules)
        try insert.run()
    }
}
