#!/usr/bin/env python3
"""Reads every ISO 2709 and MARCXML file of a collection with Holdfast, yaz-marcdump, pymarc and mrrc, and compares.

    compare_readers.py PROGRAM COLLECTION [WORD…]    only files whose path holds one of the words

Records and fields as read, before any repair. Prints what each reader has in all, and of the files whose form is damaged as
MANIFEST.tsv says; how many files have more than any other; and each file of which Holdfast has fewer records or fields than
another, with what is known of it. Ends with 1 where fewer are read and nothing is known of it.
"""

import collections
import gzip
import json
import logging
import os
import re
import subprocess
import sys
import tempfile

import mrrc
import pymarc

Count = collections.namedtuple("Count", "records fields")

# Files of which another reader counts more, and why it is no more. The paths are those of the collection.
KNOWN = {
    "zero-length-control-field.mrc": "mrrc makes a field of a directory entry of length 0, where not even a terminator is",
    "oai-response-1.xml": "pymarc makes an empty record of the header of a deleted one",
    "oai-response-3.xml": "pymarc makes an empty record of the header of a deleted one",
    "oai-response-5.xml": "pymarc makes an empty record of the header of a deleted one",
    "debug-utf8-record.xml": "Dublin Core, of which pymarc makes an empty record",
    "list_records_response.xml": "Dublin Core, of which pymarc makes empty records",
    "list_records_token_response.xml": "Dublin Core, of which pymarc makes an empty record",
    "subjectsplus.xml": "Dublin Core, of which pymarc makes an empty record",
}


# What MANIFEST.tsv calls damage of a file's form, and not of its text.
DAMAGE = re.compile(
    "directory|record length|base address|missing indicators|NOT well-formed|leader length|subfield code|non-digit|bad tag|"
    "no record terminator|bytes between|oversize|lengths were computed|junk|fuzzer|repeated")


def files(collection, words):
    with open(os.path.join(collection, "MANIFEST.tsv"), encoding="utf-8") as manifest:
        for line in list(manifest)[1:]:
            path, _, form, _, _, _, special = line.rstrip("\n").split("\t")[:7]
            if form in ("iso2709", "marcxml", "oai") and (not words or any(word in path for word in words)):
                yield path, form == "iso2709", bool(DAMAGE.search(special))


def holdfast(program, path, _):
    text = subprocess.run([program, "show", "--as-read", path], capture_output=True, check=False).stdout
    records = re.findall(rb"^--- record ", text, re.M)
    return Count(len(records), len(re.findall(rb"^=(?!LDR)", text, re.M)))


def chunks(program, path):
    """How many records more there would be had none been joined."""
    text = subprocess.run([program, "check", "--format", "jsonl", path], capture_output=True, check=False).stdout
    lines = [json.loads(line) for line in text.splitlines() if b"ingest.record-in-chunks" in line]
    return sum(int(re.search(r"in (\d+) pieces", line["message"])[1]) - 1 for line in lines)


def yaz(_, path, is_iso):
    form = "marc" if is_iso else "marcxml"
    # As MARCXML for XML: in lines, a line break among the data looks like another field or record.
    command = ["yaz-marcdump", "-p", "-i", form, "-o", "line" if is_iso else form, path]
    text = subprocess.run(command, capture_output=True, check=False).stdout
    if is_iso:
        records = len(re.findall(rb"^<!-- Record \d+ offset", text, re.M))
        return Count(records, len(re.findall(rb"^[0-9A-Za-z]{3} ", text, re.M)))
    return Count(len(re.findall(rb"<record\b", text)), len(re.findall(rb"<(?:data|control)field\b", text)))


def by_pymarc(_, path, is_iso):
    if is_iso:
        with open(path, "rb") as file:
            return counted(pymarc.MARCReader(file, permissive=True, utf8_handling="replace"), lambda r: len(r.fields))
    found = []

    class Handler(pymarc.XmlHandler):
        def process_record(self, record):
            found.append(record)

    try:
        pymarc.parse_xml(path, Handler())
    except Exception:  # noqa: BLE001, a reader that gives up has read what it has read
        pass
    return Count(len(found), sum(len(record.fields) for record in found))


def by_mrrc(_, path, is_iso):
    if is_iso:
        return counted(mrrc.MARCReader(path, recovery_mode="permissive"), lambda r: len(r.fields()))
    try:
        with open(path, encoding="utf-8") as file:
            found = mrrc.parse_xml_to_array(file.read())
        return Count(len(found), sum(len(record.fields()) for record in found))
    except Exception:  # noqa: BLE001
        return Count(0, 0)


def known(name, path, own, counts, joined):
    """Why another reader counts more without reading more; empty where nothing is known."""
    if os.path.basename(name) in KNOWN:
        return KNOWN[os.path.basename(name)]
    if joined:
        return f"{joined} chunks were joined to their records; fields that the chunks repeat count once"
    others = [count for reader, count in counts.items() if reader != "yaz"]
    is_yaz_alone = all(count.records <= own.records and count.fields <= own.fields for count in others)
    with open(path, "rb") as file:
        if is_yaz_alone and ENVELOPE.search(file.read()):
            return "yaz reads the record once more as the envelope around it"
    return ""


ENVELOPE = re.compile(rb"<(?:\w+:)?record\b[^>]*>(?:(?!</(?:\w+:)?record>).)*?<(?:\w+:)?record\b", re.S)


def counted(reader, fields):
    records, total, failures = 0, 0, 0
    while failures < 100:
        try:
            record = next(reader)
        except StopIteration:
            break
        except Exception:  # noqa: BLE001
            failures += 1
            continue
        if record is not None:
            records += 1
            total += fields(record)
        else:
            failures += 1
    return Count(records, total)


READERS = {"holdfast": holdfast, "yaz": yaz, "pymarc": by_pymarc, "mrrc": by_mrrc}


def main():
    program, collection, words = sys.argv[1], sys.argv[2], sys.argv[3:]
    logging.disable(logging.CRITICAL)
    whole, damaged = Table(), Table()
    fewer = []
    with tempfile.TemporaryDirectory() as folder:
        for name, is_iso, is_damaged in files(collection, words):
            path = unpacked(os.path.join(collection, name), folder)
            counts = {reader: read(program, path, is_iso) for reader, read in READERS.items()}
            own = counts["holdfast"]
            others = {reader: count for reader, count in counts.items() if reader != "holdfast"}
            best = Count(max(c.records for c in others.values()), max(c.fields for c in others.values()))
            joined = chunks(program, path) if own.records < best.records else 0
            own = Count(own.records + joined, own.fields)
            is_fewer = own.records < best.records or own.fields < best.fields
            if is_fewer:
                fewer.append((name, own, others, known(name, path, own, others, joined)))
            for table in [whole, damaged] if is_damaged else [whole]:
                table.add(counts, is_fewer, own.records > best.records or own.fields > best.fields)
    whole.show("files")
    damaged.show("of them damaged")
    print("\nfewer than the best other reader:")
    for name, own, others, reason in fewer:
        text = ", ".join(f"{reader} {count.records}/{count.fields}" for reader, count in others.items())
        print(f"{name}: {own.records}/{own.fields} ({text}): {reason or 'UNKNOWN'}")
    sys.exit(0 if all(reason for *_, reason in fewer) else 1)


class Table:
    """What each reader has of some files."""

    def __init__(self):
        self.totals = {name: [0, 0] for name in READERS}
        self.files, self.fewer, self.more = 0, 0, 0

    def add(self, counts, is_fewer, is_more):
        self.files += 1
        self.fewer += is_fewer
        self.more += is_more and not is_fewer
        for reader, count in counts.items():
            self.totals[reader][0] += count.records
            self.totals[reader][1] += count.fields

    def show(self, title):
        print(f"\n{'':10} {'records':>10} {'fields':>10}    {self.files} {title}")
        for reader, (records, fields) in self.totals.items():
            print(f"{reader:10} {records:10} {fields:10}")
        same = self.files - self.more - self.fewer
        print(f"more than any other reader: {self.more} files; as much as the best: {same}; fewer: {self.fewer}, see below")


def unpacked(path, folder):
    """The path of the file's content, which is `path` unless it is packed."""
    if not path.endswith(".gz"):
        return path
    target = os.path.join(folder, "unpacked")
    with gzip.open(path) as source, open(target, "wb") as file:
        file.write(source.read())
    return target


if __name__ == "__main__":
    main()
