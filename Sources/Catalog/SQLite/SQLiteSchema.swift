/// The tables of a client database in SQLite, as a data team queries them by hand.
enum SQLiteSchema {
    /// Who may read the file: raised when the layout changes. A file of the format before is read as it is, and brought to
    /// this one before anything is written to it.
    static let format = 2

    /// Bytes a page: records of a kilobyte fill pages of 4 KiB badly (2 times slower to write, 1.2 times the size).
    static let pageSize = 32768

    static let tables = """
        create table meta(key text primary key, value) without rowid;
        create table contributor(id integer primary key, symbol text not null unique, name text not null);
        create table record(
            id integer primary key, contributor integer not null, kind text not null, control_number text not null,
            form text not null, hash blob not null, version integer not null,
            title text not null, author text not null, subject text not null, marc blob not null);
        create table holding(
            record integer not null, number integer not null, library text, location text, sublocation text,
            call_number text, copy text, barcode text, note text, url text, summary text,
            primary key(record, number)) without rowid;
        create table identifier(
            record integer not null, type text not null, value text not null,
            primary key(record, type, value)) without rowid;
        create table version(
            id integer primary key autoincrement, contributor integer not null, period text not null, mode text not null,
            submission text not null, input text not null,
            added integer not null default 0, replaced integer not null default 0, unchanged integer not null default 0,
            deleted integer not null default 0, delete_not_held integer not null default 0,
            absent integer not null default 0, rows_before integer not null, rows_after integer not null default 0,
            sums_before text not null, summary text not null default '', verdict text not null default '');
        create table change(
            id integer primary key, version integer not null, ordinal integer, record integer, kind text not null,
            control_number text not null, action text not null, hash blob,
            before_form text, before_hash blob, before_version integer, before_title text, before_author text,
            before_subject text, before_marc blob, before_identifiers text, before_holdings text);
        create table checksum(
            contributor integer not null, table_name text not null, rows integer not null, sum blob not null,
            primary key(contributor, table_name)) without rowid;
        create virtual table search using fts5(
            title, author, subject, content = 'record', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 2');
        insert into search(search, rank) values ('hashsize', 33554432);
        """

    /// What each version's submission looked like as a whole. Made where it is absent: of the files of the format before, some have none.
    static let history = """
        create table if not exists history(
            version integer not null, section text not null, place text not null, records integer not null,
            primary key(version, section, place)) without rowid;
        """

    /// Made after the rows where an empty database is filled.
    static let indexes = [
        "create unique index record_identity on record(contributor, control_number, kind)",
        "create index identifier_value on identifier(value, type)",
    ]

    static let dropIndexes = ["drop index record_identity", "drop index identifier_value"]
}
