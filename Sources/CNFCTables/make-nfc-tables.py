#!/usr/bin/env python3
"""Writes NFCTables+Generated.c, what the fast path of NFC has to know, from Python's Unicode data.

usage: make-nfc-tables.py > NFCTables+Generated.c

A character that this Python's Unicode version does not have is left out of every table, so that a newer standard
library decides on it. The shape of what is written is told in include/CNFCTables.h.
"""
import sys
import unicodedata

LAST_BASE, FIRST_MARK, LAST_MARK = 0x52F, 0x300, 0x36F
HANGUL_VOWELS, HANGUL_TRAILERS = range(0x1161, 0x1176), range(0x11A8, 0x11C3)


def canonical(character):
    """The characters that it decomposes to in one step, or none."""
    parts = unicodedata.decomposition(character)
    return [] if not parts or parts.startswith("<") else [chr(int(part, 16)) for part in parts.split()]


def primary_composites():
    """(first, second) -> composite, for every pair that NFC composes (Hangul, which has a rule, aside)."""
    found = {}
    for character in map(chr, range(sys.maxunicode + 1)):
        parts = canonical(character)
        if len(parts) == 2 and unicodedata.normalize("NFC", character) == character:
            found[tuple(parts)] = character
    return found


def inert(code, seconds):
    """Whether the character never changes, never moves and never joins the one before it."""
    character = chr(code)
    return (unicodedata.category(character) not in ("Cn", "Cs") and unicodedata.combining(character) == 0
            and unicodedata.normalize("NFC", character) == character and character not in seconds
            and code not in HANGUL_VOWELS and code not in HANGUL_TRAILERS)


def simple_mark(code):
    return unicodedata.combining(chr(code)) != 0 and not canonical(chr(code))


def print_array(declaration, values, width):
    print(f"{declaration} = {{")
    for start in range(0, len(values), width):
        print("    " + " ".join(f"{value}," for value in values[start:start + width]))
    print("};\n")


def main():
    composites = primary_composites()
    seconds = {second for _, second in composites}
    bits = [sum(inert(code + bit, seconds) << bit for bit in range(8)) for code in range(0, 0x10000, 8)]

    marks = [code for code in range(FIRST_MARK, LAST_MARK + 1) if simple_mark(code)]
    joining = [code for code in marks if chr(code) in seconds]
    plain = [code for code in range(LAST_BASE + 1) if inert(code, seconds) and not canonical(chr(code))]
    composing = [code for code in plain if any((chr(code), chr(mark)) in composites for mark in joining)]
    assert len(composing) < 254 and len(joining) < 254

    columns = [2 + joining.index(code) if code in joining else 1 if code in marks else 0
               for code in range(FIRST_MARK, LAST_MARK + 1)]
    rows = [2 + composing.index(code) if code in composing else 1 if code in plain else 0
            for code in range(LAST_BASE + 1)]
    cells = [ord(composites.get((chr(base), chr(mark)), "\0")) for base in composing for mark in joining]
    assert max(cells) <= 0xFFFF

    print(f"// Written by make-nfc-tables.py from Unicode {unicodedata.unidata_version}; change the script.\n")
    print('#include "CNFCTables.h"\n')
    print(f"const unsigned nfc_composing_marks = {len(joining)};\n")
    print_array(f"const uint8_t nfc_inert_bits[{len(bits)}]", bits, 24)
    print_array(f"const uint8_t nfc_base_rows[{len(rows)}]", rows, 24)
    print_array(f"const uint8_t nfc_mark_columns[{len(columns)}]", columns, 24)
    print_array(f"const uint16_t nfc_composites[{len(composing)} * {len(joining)}]", [f"0x{c:X}" for c in cells], 14)


main()
