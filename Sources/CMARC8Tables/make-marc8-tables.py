#!/usr/bin/env python3
"""Writes MARC8Tables+Generated.c, the MARC-8 code tables, from a table of LC's MARC-8 codes.

usage: make-marc8-tables.py MARC8.TSV > MARC8Tables+Generated.c

MARC8.TSV has the columns set, final, g0, g1, ucs, alt, flags, name: one line a code, codes and characters in
hexadecimal, EACC codes of three bytes. The shape of what is written is told in include/CMARC8Tables.h.
"""
import csv
import sys

SETS = ["ascii", "ansel", "greek-symbols", "subscript", "superscript", "hebrew", "cyrillic", "cyrillic-ext",
        "arabic", "arabic-ext", "greek"]
COMBINING, FIRST_HALF, SECOND_HALF = 1 << 31, 1 << 30, 1 << 29
FIRST_HALVES, SECOND_HALVES = {0xEB, 0xFA}, {0xEC, 0xFB}


def codes(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def entry(row):
    """One cell of a single-byte set: the character, and what it does to its neighbours in the top bits."""
    cell = int(row["ucs"], 16) if row["ucs"] else 0
    if "combining" in row["flags"]:
        cell |= COMBINING
    if row["set"] == "ansel" and row["g1"]:
        code = int(row["g1"], 16)
        cell |= FIRST_HALF if code in FIRST_HALVES else SECOND_HALF if code in SECOND_HALVES else 0
    return cell


def single_byte_sets(rows):
    cells = [[0] * 128 for _ in SETS]
    for row in rows:
        if row["set"] == "eacc":
            continue
        places = {int(row[side], 16) & 0x7F for side in ("g0", "g1") if row[side]}
        assert len(places) == 1, f"{row} has different codes in G0 and G1"
        place = places.pop()
        if place >= 0x20:
            assert row["ucs"] or entry(row) & SECOND_HALF, f"{row} has no character"
            cells[SETS.index(row["set"])][place] = entry(row)
    return cells


def eacc(rows):
    """The rows of EACC that are not empty, by their first two bytes: third byte -> character."""
    planes = {}
    for row in rows:
        if row["set"] == "eacc":
            first, second, third = bytes.fromhex(row["g0"])
            assert 0x21 <= first <= 0x7E and 0x21 <= second <= 0x7E and 0x20 <= third <= 0x7E, row
            planes.setdefault((first, second), {})[third] = int(row["ucs"], 16)
    return planes


def print_array(declaration, values, width):
    print(f"{declaration} = {{")
    for start in range(0, len(values), width):
        print("    " + " ".join(f"{value}," for value in values[start:start + width]))
    print("};\n")


def print_eacc(planes):
    keys = sorted(planes)
    index, lines, characters, beyond = [0] * (94 * 94), ["{ 0, 0, 0 }"], [], []
    for number, key in enumerate(keys, start=1):
        index[(key[0] - 0x21) * 94 + key[1] - 0x21] = number
        bits = sum(1 << (third - 0x20) for third in planes[key])
        lines.append(f"{{ 0x{bits & (1 << 64) - 1:X}u, 0x{bits >> 64:X}u, {len(characters)} }}")
        for third in sorted(planes[key]):
            character = planes[key][third]
            assert not 0xD800 <= character <= 0xDFFF
            if character > 0xFFFF:  # kept apart; the cell holds 0xD800 + its place there
                beyond.append(character)
                character = 0xD800 + len(beyond) - 1
            characters.append(character)
    print_array("const uint16_t marc8_eacc_row_numbers[94 * 94]", index, 24)
    print_array(f"const struct marc8_eacc_row marc8_eacc_rows[{len(lines)}]", lines, 2)
    print_array(f"const uint16_t marc8_eacc_characters[{len(characters)}]", [f"0x{c:04X}" for c in characters], 14)
    print_array(f"const uint32_t marc8_eacc_beyond_bmp[{len(beyond)}]", [f"0x{c:X}" for c in beyond], 8)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = list(codes(sys.argv[1]))
    print(f"// Written by make-marc8-tables.py from {len(rows)} codes of LC's MARC-8 code tables; change the script.\n")
    print('#include "CMARC8Tables.h"\n')
    cells = [cell for single in single_byte_sets(rows) for cell in single]
    print_array(f"const uint32_t marc8_single_byte_sets[{len(SETS)} * 128]", [f"0x{c:X}u" for c in cells], 8)
    print_eacc(eacc(rows))


main()
