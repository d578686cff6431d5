#!/usr/bin/env python3
"""marc-lint, the same rules in Python: reads with pymarc and writes a line a warning.

    marc_lint_py.py FILE DEFECTS
"""
import sys

from marc_lint import MarcLint
from pymarc import MARCReader


def main():
    linter, count = MarcLint(), 0
    with open(sys.argv[1], "rb") as file, open(sys.argv[2], "w") as report:
        for record in MARCReader(file, to_unicode=True, permissive=True):
            if record is None:
                continue
            count += 1
            control = record["001"].data
            for warning in linter.check_record(record) or []:
                report.write(f"{control}\t{warning}\n")
    print(f"{count} records")


main()
