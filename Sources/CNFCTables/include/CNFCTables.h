#pragma once
#include <stdbool.h>
#include <stdint.h>

/// What the fast path of Unicode's normal form C has to know. The arrays stand in NFCTables+Generated.c, which
/// make-nfc-tables.py writes; every function here checks its arguments.

extern const uint8_t nfc_inert_bits[];
extern const uint8_t nfc_base_rows[];
extern const uint8_t nfc_mark_columns[];
extern const uint16_t nfc_composites[];
extern const unsigned nfc_composing_marks;

/// Whether a character of the Basic Multilingual Plane never changes, never moves and never joins the one before it.
static inline bool nfc_is_inert(uint32_t character) {
    return character <= 0xFFFF && (nfc_inert_bits[character >> 3] >> (character & 7) & 1);
}

/// The row of a base without a decomposition: 0 not such a base (or beyond U+052F), 1 it composes with no mark,
/// 2 and up a row of `nfc_composites`.
static inline unsigned nfc_base_row(uint32_t character) {
    return character <= 0x52F ? nfc_base_rows[character] : 0;
}

/// The column of a mark: 0 not a mark from U+0300 to U+036F (or one that decomposes), 1 it composes with no base,
/// 2 and up a column of `nfc_composites`.
static inline unsigned nfc_mark_column(uint32_t character) {
    return character >= 0x300 && character <= 0x36F ? nfc_mark_columns[character - 0x300] : 0;
}

/// The character that a base and a mark compose to, or 0; for a row and a column that the functions above gave.
static inline uint32_t nfc_composite(unsigned row, unsigned column) {
    return row < 2 || column < 2 ? 0 : nfc_composites[(row - 2) * nfc_composing_marks + (column - 2)];
}
