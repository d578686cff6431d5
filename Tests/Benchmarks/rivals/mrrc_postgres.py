#!/usr/bin/env python3
"""The fastest load into PostgreSQL that Python offers: mrrc reads, psycopg sends binary COPY. No repair, no judgement, no
matching, no reading back. The words are cut by PostgreSQL's own to_tsvector.

    mrrc_postgres.py FILE CONNECTION
"""
import hashlib
import sys

import psycopg
from mrrc import MARCReader

from store import columns

TABLES = """
drop schema if exists rival cascade; create schema rival; set search_path = rival;
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
"""

INDEXES = """
create unique index record_id on record(id);
create unique index record_identity on record(
    contributor, left(control_number, 100), kind, hashtextextended(control_number, 0));
create index holding_record on holding(record, number);
create index identifier_record on identifier(record);
create index identifier_value on identifier(left(value, 100), type);
insert into search select id, to_tsvector('simple', title), to_tsvector('simple', author), to_tsvector('simple', subject)
    from record;
create unique index search_record on search(record);
create index search_words on search using gin(title, author, subject);
"""

BATCH = 5000
COPIES = {
    "record": ("int8", "int8", "text", "text", "text", "bytea", "int8", "text", "text", "text", "bytea"),
    "holding": ("int8", "int8") + ("text",) * 9,
    "identifier": ("int8", "text", "text"),
}


def flush(cursor, rows):
    """Sends the rows gathered, table by table: a connection has one COPY open at a time."""
    for table, types in COPIES.items():
        with cursor.copy(f"copy {table} from stdin (format binary)") as copy:
            copy.set_types(types)
            for row in rows[table]:
                copy.write_row(row)
        rows[table].clear()


def main():
    count, rows = 0, {table: [] for table in COPIES}
    with psycopg.connect(sys.argv[2]) as connection, connection.cursor() as cursor:
        cursor.execute(TABLES)
        for record in MARCReader(sys.argv[1]):
            count += 1
            raw = bytes(record.as_marc())
            title, author, subject, holdings, identifiers = columns(record)
            digest = hashlib.blake2b(raw, digest_size=16).digest()
            rows["record"].append((count, 1, "bibliographic", record["001"].data, "iso2709", digest, 1, title, author, subject, raw))
            rows["holding"].extend((count, number, *holding) for number, holding in enumerate(holdings))
            rows["identifier"].extend((count, kind, value) for kind, value in dict.fromkeys(identifiers))
            if count % BATCH == 0:
                flush(cursor, rows)
        flush(cursor, rows)
        cursor.execute(INDEXES)
    print(f"{count} records")


main()
