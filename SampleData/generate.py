#!/usr/bin/env python3
"""Makes the sample's deliveries and the list of the defects planted in them.

    SampleData/generate.py           writes deliveries/ and planted.tsv
    SampleData/generate.py --check   says whether they are as it would write them

The same bytes come out every time. Python 3.10 or newer, nothing else.
"""

import collections
import gzip
import os
import shutil
import sys

from generator import submissions, works

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ["period", "contributor", "code", "file", "record", "control", "tag", "times"]


def main():
    files = generated()
    if sys.argv[1:] == ["--check"]:
        sys.exit(check(files))
    if sys.argv[1:]:
        sys.exit(__doc__)
    shutil.rmtree(os.path.join(HERE, "deliveries"), ignore_errors=True)
    for name, data in files.items():
        os.makedirs(os.path.dirname(os.path.join(HERE, name)), exist_ok=True)
        with open(os.path.join(HERE, name), "wb") as file:
            file.write(data)
    print(f"{len(files)} files, {sum(map(len, files.values()))} bytes")


def generated():
    """Every file by its name, relative to this folder."""
    files, expected = {}, []
    for delivery in submissions.all_deliveries(works.read_works()):
        expected += delivery.expected
        for name, data in delivery.files.items():
            files[f"deliveries/{delivery.period}/{delivery.contributor}/{name}"] = data
    files["planted.tsv"] = planted(expected)
    return files


def planted(expected):
    """A line for each expected defect, with how often it is expected."""
    counts = collections.Counter(expected)
    lines = ["\t".join(COLUMNS)]
    for line in sorted(counts):
        place = [line.period, line.contributor, line.code, line.file, str(line.record), line.control, line.tag]
        lines.append("\t".join(place + [str(counts[line])]))
    return ("\n".join(lines) + "\n").encode()


def check(files):
    """0 where the folder holds exactly `files`; else 1, with what differs on standard error."""
    problems = []
    for name, data in sorted(files.items()):
        path = os.path.join(HERE, name)
        if not os.path.exists(path):
            problems.append(f"{name} is missing")
            continue
        with open(path, "rb") as file:
            if unpacked(name, file.read()) != unpacked(name, data):
                problems.append(f"{name} differs")
    for folder, _, names in os.walk(os.path.join(HERE, "deliveries")):
        found = [os.path.relpath(os.path.join(folder, name), HERE) for name in names]
        problems += [f"{name} is not made by the generator" for name in found if name not in files]
    print("\n".join(problems) or f"{len(files)} files are as generated", file=sys.stderr)
    return 1 if problems else 0


def unpacked(name, data):
    """What counts of a file: of a gzip file its content, since versions of zlib pack differently."""
    return gzip.decompress(data) if name.endswith(".gz") else data


if __name__ == "__main__":
    main()
