#!/usr/bin/env python3
"""Makes a week's changes to the records that make_records.py makes: 8 of 10 are records with another content under a number
that is held, one is new, one says that a record is deleted. The same arguments make the same bytes.

    make_changes.py COUNT HELD FILE

HELD is how many records, from the first, the changes are spread over.
"""
import random
import sys

from make_records import numbered, record


def delete(number):
    control = b"gen%08d\x1e" % number
    directory = b"001%04d00000\x1e" % len(control)
    base = 24 + len(directory)
    return b"%05ddam a22%05d i 4500" % (base + len(control) + 1, base) + directory + control + b"\x1d"


def main():
    count, held, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    rng = random.Random(count)
    templates = [record(number, rng) for number in range(min(count, 20_000))]
    with open(path, "wb") as output:
        for place in range(count):
            number = place * held // count
            if place % 10 == 9:
                output.write(delete(number))
            else:
                if place % 10 == 8:
                    number = 50_000_000 + place
                output.write(numbered(templates[place % len(templates)], number))


main()
