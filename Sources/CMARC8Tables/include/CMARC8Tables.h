#pragma once
#include <stdint.h>

/// LC's MARC-8 code tables, compiled in. The arrays stand in MARC8Tables+Generated.c, which make-marc8-tables.py
/// writes; every function here checks its arguments and answers 0 for a code that no set has.

/// The single-byte sets, in the order of the table.
enum {
    MARC8_ASCII, MARC8_ANSEL, MARC8_GREEK_SYMBOLS, MARC8_SUBSCRIPT, MARC8_SUPERSCRIPT, MARC8_HEBREW, MARC8_CYRILLIC,
    MARC8_CYRILLIC_EXT, MARC8_ARABIC, MARC8_ARABIC_EXT, MARC8_GREEK, MARC8_SINGLE_BYTE_SETS
};

/// The top bits of a cell: a mark, which stands before its base; the first or second half of a mark over two letters.
/// (A second half has no character of its own.) The bits below are the Unicode character.
#define MARC8_COMBINING 0x80000000u
#define MARC8_FIRST_HALF 0x40000000u
#define MARC8_SECOND_HALF 0x20000000u
#define MARC8_CHARACTER 0x001FFFFFu

extern const uint32_t marc8_single_byte_sets[];

/// The cell of a code (0x21 to 0x7E, or the same with the top bit set) in a single-byte set.
static inline uint32_t marc8_cell(uint8_t set, uint8_t code) {
    return set < MARC8_SINGLE_BYTE_SETS ? marc8_single_byte_sets[set * 128 + (code & 0x7F)] : 0;
}

/// The EACC codes that share their first two bytes: a bit for each third byte from 0x20 on that has a character, and
/// the place of the first of these characters in `marc8_eacc_characters`.
struct marc8_eacc_row { uint64_t low; uint32_t high; uint16_t start; };

extern const uint16_t marc8_eacc_row_numbers[];
extern const struct marc8_eacc_row marc8_eacc_rows[];
extern const uint16_t marc8_eacc_characters[];
extern const uint32_t marc8_eacc_beyond_bmp[];

/// The Unicode character of a three-byte EACC code; the top bit of each byte is ignored. One code, 21 23 20 (ideographic
/// space), ends with 20.
static inline uint32_t marc8_eacc_character(uint8_t first, uint8_t second, uint8_t third) {
    unsigned plane = (first & 0x7Fu) - 0x21u, section = (second & 0x7Fu) - 0x21u, place = (third & 0x7Fu) - 0x20u;
    if (plane >= 94 || section >= 94 || place >= 95) return 0;
    const struct marc8_eacc_row *row = &marc8_eacc_rows[marc8_eacc_row_numbers[plane * 94 + section]];
    uint64_t bits = place < 64 ? row->low : row->high;
    unsigned bit = place % 64;
    if (!(bits >> bit & 1)) return 0;
    unsigned rank = (unsigned)__builtin_popcountll(bits & ((1ull << bit) - 1));
    if (place >= 64) rank += (unsigned)__builtin_popcountll(row->low);
    uint16_t character = marc8_eacc_characters[row->start + rank];
    int beyond_bmp = character >= 0xD800 && character < 0xE000;
    return beyond_bmp ? marc8_eacc_beyond_bmp[character - 0xD800] : character;
}
