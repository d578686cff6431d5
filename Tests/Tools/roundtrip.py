#!/usr/bin/env python3
"""Converts ISO 2709 to MARCXML and back, and compares what pymarc reads of both ends.

    roundtrip.py PROGRAM COLLECTION [RECORDS-PER-FILE]

Takes the first records of every file of the collection whose structure its MANIFEST.tsv calls clean. A record that the
program says it repaired is left out, for it is meant to differ; text is compared in Unicode's NFC, and field 066 is not
compared, because it lists the sets of MARC-8, of which nothing is left. Prints a line of counts and the first differences;
ends with 1 where there is one.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import unicodedata

import pymarc

CHANGING = {"repaired", "part-dropped", "record-rejected"}


def clean_files(collection, with_damaged=False):
    """The files of ISO 2709 whose structure is clean, or all."""
    with open(os.path.join(collection, "MANIFEST.tsv"), encoding="utf-8") as manifest:
        for line in list(manifest)[1:]:
            path, _, form, _, _, _, special = line.rstrip("\n").split("\t")[:7]
            if form == "iso2709" and (with_damaged or "clean structure" in special):
                yield os.path.join(collection, path)


def first_records(path, count):
    """The bytes of the file's first records, each as long as its leader says."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        for _ in range(count):
            head = file.read(5)
            if not head.isdigit():
                return
            data = head + file.read(max(0, int(head) - 5))
            if len(data) != int(head) or not data.endswith(b"\x1e\x1d"):
                return
            yield data


def run(program, *arguments):
    """What a command prints; 1 is the status for files with defects."""
    done = subprocess.run([program, *arguments], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{arguments[0]} ends with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def changed(program, path):
    """The ordinals of records that scrub changes, and of those that it or ingest rejects."""
    repaired, rejected = set(), set()
    for line in run(program, "check", "--format", "jsonl", path).splitlines():
        defect = json.loads(line)
        if defect["stage"] in ("ingest", "scrub") and defect["action"] in CHANGING and "record" in defect:
            repaired.add(defect["record"])
            if defect["action"] == "record-rejected":
                rejected.add(defect["record"])
    return repaired, rejected


def records(path):
    with open(path, "rb") as file:
        return list(pymarc.MARCReader(file, to_unicode=True, utf8_handling="replace"))


def content(record):
    """Fields with indicators, codes and data, in their order."""
    fields = []
    for field in record.fields:
        if field.tag == "066":
            continue
        if field.is_control_field():
            fields.append((field.tag, nfc(field.data)))
        else:
            fields.append((field.tag, *field.indicators, *((part.code, nfc(part.value)) for part in field.subfields)))
    return fields


def nfc(text):
    return unicodedata.normalize("NFC", text)


def main():
    program, collection = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 400
    with tempfile.TemporaryDirectory() as folder:
        before, middle, after = (os.path.join(folder, name) for name in ("before.mrc", "middle.xml", "after.mrc"))
        sources = []
        with open(before, "wb") as file:
            for path in clean_files(collection):
                for data in first_records(path, count):
                    file.write(data)
                    sources.append(path)
        repaired, rejected = changed(program, before)
        run(program, "convert", "--quiet", before, middle)
        run(program, "convert", "--quiet", middle, after)
        old, new = records(before), records(after)
    old_kept = [number for number in range(1, len(old) + 1) if number not in rejected]
    if len(old) != len(sources) or len(new) != len(old_kept):
        sys.exit(f"{len(sources)} records went in, pymarc reads {len(old)}; {len(new)} of {len(old_kept)} came back")
    compared, differing = 0, []
    for number, record in zip(old_kept, new):
        first = old[number - 1]
        if number in repaired or first is None or record is None:
            continue
        compared += 1
        if content(first) != content(record):
            differing.append((sources[number - 1], number, first, record))
    print(f"{len(sources)} records of {len(set(sources))} files: {compared} compared, {len(differing)} differ")
    for path, number, first, record in differing[:10]:
        pairs = zip(content(first), content(record))
        pair = next((pair for pair in pairs if pair[0] != pair[1]), "the number of fields differs")
        print(f"{path}, record {number} of all: {pair}")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
