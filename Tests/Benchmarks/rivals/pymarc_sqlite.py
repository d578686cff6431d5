#!/usr/bin/env python3
"""What most people would write: pymarc reads, sqlite3 stores. No repair, no judgement, no matching, no reading back.

    pymarc_sqlite.py FILE DATABASE
"""
import hashlib
import sys

from pymarc import MARCReader

from store import Store, columns


def main():
    store = Store(sys.argv[2])
    with open(sys.argv[1], "rb") as file:
        for record in MARCReader(file, to_unicode=True, permissive=True):
            if record is None:
                continue
            raw = record.as_marc()
            title, author, subject, holdings, identifiers = columns(record)
            digest = hashlib.blake2b(raw, digest_size=16).digest()
            store.add(record["001"].data, digest, title, author, subject, raw, holdings, identifiers)
    store.finish()
    print(f"{store.count} records")


main()
