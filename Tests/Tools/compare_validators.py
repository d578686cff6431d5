#!/usr/bin/env python3
"""Judges the ISO 2709 records of a collection with MARC::Lint and with Holdfast, and compares.

    compare_validators.py PROGRAM COLLECTION [KIND]    with KIND, prints each finding of that kind that is not explained

Takes the records that are as long as their leaders say, so that both tools count them alike. Every finding of MARC::Lint is
either also Holdfast's, with one of the codes that `lint_findings.py` gives for its kind, at the same field of the same
record; or is shown there to be an error of MARC::Lint, by a reason that is tested on the record. Prints a table of both by
kind; ends with 1 where a finding is neither.
"""

import bisect
import collections
import json
import os
import subprocess
import sys
import tempfile

import lint_findings
import plain_record
import roundtrip

TOOLS = os.path.dirname(os.path.abspath(__file__))
Finding = collections.namedtuple("Finding", "record tag occurrence words")


def collected(collection, path):
    """Writes the records to `path`; gives the sources, the records and where each of them starts."""
    sources, records, starts, offset = [], [], [], 0
    with open(path, "wb") as file:
        for source in roundtrip.clean_files(collection, with_damaged=True):
            for data in roundtrip.first_records(source, 1_000_000):
                file.write(data)
                sources.append(os.path.relpath(source, collection))
                records.append(plain_record.Record(data))
                starts.append(offset)
                offset += len(data)
    return sources, records, starts


def lint(path):
    """What MARC::Lint finds, in order; words beginning with "unread: " are for a record that it cannot read."""
    command = ["perl", os.path.join(TOOLS, "marc_lint.pl"), path]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        sys.exit(f"marc_lint.pl ends with {done.returncode}: {done.stderr}")
    for line in done.stdout.splitlines():
        number, tag, occurrence, words = line.split("\t", 3)
        yield Finding(int(number), tag, int(occurrence or 0), words)


def defects(program, path, starts):
    """Holdfast's defects by record number from 1."""
    found = collections.defaultdict(list)
    for line in roundtrip.run(program, "check", "--format", "jsonl", path).splitlines():
        defect = json.loads(line)
        found[bisect.bisect_right(starts, defect.get("offset", 0))].append(defect)
    return found


def is_ours(finding, kind, defects):
    """Whether Holdfast says the same of the field, or of the record where its code is said once a record."""
    for defect in defects:
        if defect["code"] not in kind.codes:
            continue
        if "tag" not in defect or not finding.tag or defect["code"] in lint_findings.ONCE:
            return True
        if defect["tag"] == finding.tag and defect.get("occurrence", 1) == finding.occurrence:
            return True
    return False


def main():
    program, collection = sys.argv[1:3]
    asked = sys.argv[3] if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "records.mrc")
        sources, records, starts = collected(collection, path)
        ours = defects(program, path, starts)
        findings = list(lint(path))
    table = collections.defaultdict(collections.Counter)
    unexplained = []
    for finding in findings:
        kind = lint_findings.kind(finding.words)
        if is_ours(finding, kind, ours[finding.record]):
            verdict = "the same"
        else:
            record = records[finding.record - 1]
            verdict = lint_findings.reason(finding, kind, record, ours[finding.record]) or "UNEXPLAINED"
        table[kind.name][verdict] += 1
        if verdict == "UNEXPLAINED":
            unexplained.append((kind.name, sources[finding.record - 1], finding))
    print(f"{len(sources)} records of {len(set(sources))} files: {len(findings)} findings of MARC::Lint\n")
    for name, verdicts in sorted(table.items(), key=lambda row: -sum(row[1].values())):
        print(f"{sum(verdicts.values()):7}  {name}")
        for verdict, count in verdicts.most_common():
            print(f"{count:15}  {verdict}")
    same = sum(verdicts["the same"] for verdicts in table.values())
    print(f"\n{same} are Holdfast's too, {len(findings) - same - len(unexplained)} are shown to be errors,", end=" ")
    print(f"{len(unexplained)} are unexplained")
    for name, source, finding in unexplained:
        if asked and asked in name:
            place = f"{finding.tag} #{finding.occurrence}" if finding.tag else "record"
            print(f"{source} record {finding.record} of all, {place}: {finding.words}")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
