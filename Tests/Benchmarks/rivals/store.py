"""What every rival of the load writes: the columns and indexes that Holdfast writes for records, identifiers and words."""
import sqlite3

TABLES = """
create table record(
    id integer primary key, contributor integer not null, kind text not null, control_number text not null,
    form text not null, hash blob not null, version integer not null,
    title text not null, author text not null, subject text not null, marc blob not null);
create table holding(record integer not null, number integer not null, library text, location text, sublocation text,
    call_number text, copy text, barcode text, note text, url text, summary text, primary key(record, number)) without rowid;
create table identifier(record integer not null, type text not null, value text not null,
    primary key(record, type, value)) without rowid;
create virtual table search using fts5(title, author, subject, content='record', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2');
"""

INDEXES = """
create unique index record_identity on record(contributor, control_number, kind);
create index identifier_value on identifier(value, type);
"""

RECORD = "insert into record values (?, 1, 'bibliographic', ?, 'iso2709', ?, 1, ?, ?, ?, ?)"
HOLDING = "insert into holding values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
IDENTIFIER = "insert or ignore into identifier values (?, ?, ?)"
SEARCH = "insert into search(rowid, title, author, subject) values (?, ?, ?, ?)"
BATCH = 5000


class Store:
    """Rows gathered and written by the batch, in one transaction, indexes afterwards."""

    def __init__(self, path):
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.execute("pragma page_size = 32768")
        self.database.executescript(TABLES)
        self.database.execute("begin")
        self.rows, self.holdings, self.identifiers, self.words = [], [], [], []
        self.count = 0

    def add(self, control, digest, title, author, subject, raw, holdings, identifiers):
        self.count += 1
        number = self.count
        self.rows.append((number, control, digest, title, author, subject, raw))
        self.words.append((number, title, author, subject))
        for index, holding in enumerate(holdings):
            self.holdings.append((number, index, *holding))
        for kind, value in identifiers:
            self.identifiers.append((number, kind, value))
        if len(self.rows) == BATCH:
            self.flush()

    def flush(self):
        self.database.executemany(RECORD, self.rows)
        self.database.executemany(HOLDING, self.holdings)
        self.database.executemany(IDENTIFIER, self.identifiers)
        self.database.executemany(SEARCH, self.words)
        self.rows, self.holdings, self.identifiers, self.words = [], [], [], []

    def finish(self):
        self.flush()
        for statement in filter(str.strip, INDEXES.split(";")):
            self.database.execute(statement)
        self.database.execute("commit")


def columns(record):
    """Title, author, subject words, holdings and identifiers of a record of pymarc or of mrrc, which speak alike."""
    def values(field, codes):
        return " ".join(value for code in codes for value in field.get_subfields(code))

    title = " ".join(values(field, "abnp") for field in record.get_fields("245"))
    author = " ".join(values(field, "a") for field in record.get_fields("100", "110", "111", "700", "710", "711"))
    subject = " ".join(values(field, "abtvxyz") for field in record.get_fields("600", "610", "611", "630", "650", "651", "655"))
    urls = " ".join(url for field in record.get_fields("856") for url in field.get_subfields("u")) or None
    summary = "; ".join(text for field in record.get_fields("866", "867", "868") for text in field.get_subfields("a")) or None
    holdings = []
    for field in record.get_fields("852"):
        def first(code):
            found = field.get_subfields(code)
            return found[0] if found else None
        holdings.append((first("a"), first("b"), first("c"), values(field, "hi"), first("t"), first("p"), first("z"), urls, summary))
    if not holdings and (urls or summary):
        holdings.append((None,) * 7 + (urls, summary))
    identifiers = []
    for kind, tag in (("isbn", "020"), ("issn", "022"), ("lccn", "010")):
        for field in record.get_fields(tag):
            identifiers += [(kind, value.strip().replace("-", "")) for value in field.get_subfields("a")]
    for field in record.get_fields("035"):
        identifiers += [("oclc", value[7:]) for value in field.get_subfields("a") if value.startswith("(OCoLC)")]
    return title, author, subject, holdings, identifiers
