#!/usr/bin/env python3
"""The fastest load that Python offers: mrrc, a reader in Rust, and sqlite3. No repair, no judgement, no reading back.

    mrrc_sqlite.py FILE DATABASE
"""
import hashlib
import sys

from mrrc import MARCReader

from store import Store, columns


def main():
    store = Store(sys.argv[2])
    for record in MARCReader(sys.argv[1]):
        raw = record.as_marc()
        title, author, subject, holdings, identifiers = columns(record)
        control = record["001"].data
        digest = hashlib.blake2b(raw, digest_size=16).digest()
        store.add(control, digest, title, author, subject, raw, holdings, identifiers)
    store.finish()
    print(f"{store.count} records")


main()
