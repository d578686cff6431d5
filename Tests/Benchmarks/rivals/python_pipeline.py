#!/usr/bin/env python3
"""The pipeline that a careful user would write in Python: pymarc reads, unicodedata composes, marc-lint judges, sqlite3
stores, and every row is read back and compared.

    python_pipeline.py FILE DATABASE DEFECTS
"""
import hashlib
import sys
import unicodedata

from marc_lint import MarcLint
from pymarc import MARCReader, Subfield

from store import Store, columns


def composed(record):
    for field in record.fields:
        if field.is_control_field():
            continue
        field.subfields = [Subfield(s.code, unicodedata.normalize("NFC", s.value)) for s in field.subfields]
    return record


def main():
    source, database, defects = sys.argv[1:4]
    store, linter, sums = Store(database), MarcLint(), {}
    with open(source, "rb") as file, open(defects, "w") as report:
        for record in MARCReader(file, to_unicode=True, permissive=True):
            if record is None:
                continue
            composed(record)
            control = record["001"].data
            for warning in linter.check_record(record) or []:
                report.write(f"{control}\t{warning}\n")
            raw = record.as_marc()
            digest = hashlib.blake2b(raw, digest_size=16).digest()
            sums[control] = digest
            store.add(control, digest, *columns(record)[:3], raw, *columns(record)[3:])
    store.finish()
    read = 0
    for control, raw in store.database.execute("select control_number, marc from record order by id"):
        if hashlib.blake2b(raw, digest_size=16).digest() != sums[control]:
            sys.exit(f"{control} differs")
        read += 1
    print(f"{read} records")


main()
