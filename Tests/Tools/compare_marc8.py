#!/usr/bin/env python3
"""Converts the MARC-8 records of a collection to UTF-8 with Holdfast and with yaz-marcdump, and compares the text in NFC.

    compare_marc8.py PROGRAM COLLECTION

Takes the records with other characters than ASCII that the leader calls MARC-8 and Holdfast does not repair. Prints each
field that differs; ends with 1 where there is one.
"""

import json
import os
import subprocess
import sys
import tempfile

import pymarc
import roundtrip


def marc8_records(collection):
    for path in roundtrip.clean_files(collection, with_damaged=True):
        for data in roundtrip.first_records(path, 100_000):
            if data[9:10] != b"a" and (b"\x1b" in data or not data.isascii()):
                yield path, data


def write(path, found):
    with open(path, "wb") as file:
        file.writelines(data for _, data in found)


def damaged_records(program, path):
    """The ordinals of records of whose form something is wrong, so that other readers may not count them."""
    lines = roundtrip.run(program, "check", "--format", "jsonl", path).splitlines()
    defects = [json.loads(line) for line in lines if b'"stage":"ingest"' in line]
    return {defect["record"] for defect in defects if "record" in defect}


def main():
    program, collection = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        before, ours, theirs = (os.path.join(folder, name) for name in ("before.mrc", "ours.mrc", "theirs.xml"))
        found = list(marc8_records(collection))
        write(before, found)
        damaged = damaged_records(program, before)
        found = [record for number, record in enumerate(found, 1) if number not in damaged]
        write(before, found)
        sources = [path for path, _ in found]
        repaired, rejected = roundtrip.changed(program, before)
        roundtrip.run(program, "convert", "--quiet", before, ours)
        command = ["yaz-marcdump", "-f", "MARC-8", "-t", "UTF-8", "-o", "marcxml", before]
        with open(theirs, "wb") as file:
            subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=False)
        new = roundtrip.records(ours)
        other = pymarc.parse_xml_to_array(theirs)
    kept = [number for number in range(1, len(sources) + 1) if number not in rejected]
    if len(other) != len(sources) or len(new) != len(kept):
        sys.exit(f"of {len(sources)} records yaz-marcdump reads {len(other)}; {len(new)} of {len(kept)} came back")
    compared, fields, differing = 0, 0, 0
    for number, record in zip(kept, new):
        if number in repaired or record is None:
            continue
        compared += 1
        for one, two in zip(roundtrip.content(record), roundtrip.content(other[number - 1])):
            fields += 1
            if one != two:
                differing += 1
                print(f"{sources[number - 1]}, record {number} of all: {one}\n    yaz: {two}")
    print(f"{len(sources)} MARC-8 records: {compared} compared, {fields} fields, {differing} differ")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
