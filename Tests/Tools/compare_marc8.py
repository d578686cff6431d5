#!/usr/bin/env python3
"""Converts the MARC-8 records of a collection to UTF-8 with Holdfast and with yaz-marcdump, and compares the text in NFC.

    compare_marc8.py PROGRAM COLLECTION

Takes the records with other characters than ASCII that the leader calls MARC-8, and compares every field but those that
Holdfast means to change. Prints each field that differs, and of what is not compared how much it is and why: the defects
that Holdfast reports of it. Ends with 1 where a field differs.
"""

import collections
import json
import os
import subprocess
import sys
import tempfile

import pymarc
import roundtrip

# The bytes of these records are not MARC-8, whatever the leader says, so that yaz converts them to something else.
NOT_MARC8 = {"scrub.leader-encoding-wrong", "scrub.encoding-foreign", "scrub.encoding-unclear"}


def marc8_records(collection):
    for path in roundtrip.clean_files(collection, with_damaged=True):
        for data in roundtrip.first_records(path, 100_000):
            if data[9:10] == b" " and (b"\x1b" in data or not data.isascii()):
                yield path, data


def write(path, found):
    with open(path, "wb") as file:
        file.writelines(data for _, data in found)


def defects_by_record(program, path):
    """What ingest and scrub report of each record, by its ordinal."""
    found = collections.defaultdict(list)
    for line in roundtrip.run(program, "check", "--format", "jsonl", path).splitlines():
        defect = json.loads(line)
        if defect["stage"] in ("ingest", "scrub") and "record" in defect:
            found[defect["record"]].append(defect)
    return found


def reason_to_leave_out(defects):
    """The code for which a whole record is not compared; None where it is."""
    for defect in defects:
        if defect["code"] in NOT_MARC8 or defect["action"] == "record-rejected":
            return defect["code"]
    return None


def fields_by_tag(record):
    found = collections.defaultdict(list)
    for field in roundtrip.content(record):
        found[field[0]].append(field)
    return found


def pairs(own, other, defects, skipped):
    """The fields that both have and Holdfast does not mean to change; what it does goes by code into `skipped`."""
    meant = collections.defaultdict(dict)
    for defect in defects:
        if defect["action"] in roundtrip.CHANGING and "tag" in defect:
            meant[defect["tag"]][defect.get("occurrence", 1)] = defect["code"]
    for tag, theirs in other.items():
        mine, changes = own.get(tag, []), meant.get(tag, {})
        if len(mine) != len(theirs):
            for code in set(changes.values()) or {"no defect says why"}:
                skipped[code] += len(theirs)
            if not changes:
                yield mine, theirs
            continue
        for occurrence, (one, two) in enumerate(zip(mine, theirs), 1):
            if occurrence in changes:
                skipped[changes[occurrence]] += 1
            else:
                yield one, two


def print_counts(title, counts):
    print(f"{title}: {sum(counts.values())}")
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"    {count:6} {code}")


def main():
    program, collection = sys.argv[1:3]
    left_out, skipped = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        before, ours, theirs = (os.path.join(folder, name) for name in ("before.mrc", "ours.mrc", "theirs.xml"))
        found = list(marc8_records(collection))
        total = len(found)
        write(before, found)
        # Of records whose form is damaged other readers may not count the same fields; the other comparison has them.
        damaged = {number: [defect for defect in defects
                            if defect["stage"] == "ingest" and defect["code"] != "ingest.entry-map-wrong"]
                   for number, defects in defects_by_record(program, before).items()}
        left_out.update(defects[0]["code"] for defects in damaged.values() if defects)
        found = [record for number, record in enumerate(found, 1) if not damaged.get(number)]
        write(before, found)
        sources = [path for path, _ in found]
        defects = defects_by_record(program, before)
        roundtrip.run(program, "convert", "--quiet", before, ours)
        command = ["yaz-marcdump", "-f", "MARC-8", "-t", "UTF-8", "-o", "marcxml", before]
        with open(theirs, "wb") as file:
            subprocess.run(command, stdout=file, stderr=subprocess.DEVNULL, check=False)
        new = roundtrip.records(ours)
        other = pymarc.parse_xml_to_array(theirs)
    rejected = {number for number, own in defects.items() if any(one["action"] == "record-rejected" for one in own)}
    kept = [number for number in range(1, len(sources) + 1) if number not in rejected]
    if len(other) != len(sources) or len(new) != len(kept):
        sys.exit(f"of {len(sources)} records yaz-marcdump reads {len(other)}; {len(new)} of {len(kept)} came back")
    converted = dict(zip(kept, new))
    compared, fields, differing = 0, 0, 0
    for number in range(1, len(sources) + 1):
        if reason := reason_to_leave_out(defects[number]):
            left_out[reason] += 1
            continue
        compared += 1
        own, their = fields_by_tag(converted[number]), fields_by_tag(other[number - 1])
        for one, two in pairs(own, their, defects[number], skipped):
            fields += 1
            if one != two:
                differing += 1
                print(f"{sources[number - 1]}, record {number} of all: {one}\n    yaz: {two}")
    print(f"{total} MARC-8 records: {compared} compared, {fields} fields, {differing} differ")
    print_counts("records not compared, by what is wrong with them", left_out)
    print_counts("fields of the others not compared, by what Holdfast changes in them", skipped)
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
