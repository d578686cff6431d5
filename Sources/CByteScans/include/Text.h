// What kinds of bytes a text has. In C for the same reason as the delimiters: Swift compares vectors lane by lane when the
// answer must become one number. Which of them concern whom is in Swift (Sources/Scrub/Survey).

#ifndef TEXT_H
#define TEXT_H

/// Kinds of bytes, to be combined.
enum text_kinds {
    /// A byte from 80 hex on.
    text_high = 1,
    /// A byte below 20 hex, or 7F hex.
    text_control = 2,
    /// Two blanks in a row.
    text_blank_pair = 4
};

#include <stdint.h>

/// The kinds of bytes in a text, combined.
unsigned text_scan(const uint8_t *bytes, long count);

/// The kinds of bytes in the body of a record, combined: its delimiters, 1D to 1F hex, are no controls, and pairs of blanks
/// are not looked for.
unsigned text_scan_body(const uint8_t *bytes, long count);

/// Whether one of the four bytes in `wanted` is among the bytes of a text.
int text_has_any(const uint8_t *bytes, long count, uint32_t wanted);

/// The first place from `from` on where two bytes are `first` and `second`, letters in whatever case; `count` where they are
/// nowhere. Bytes that differ from them in the bit 20 hex alone are taken for them: the caller looks again.
long text_find_pair(const uint8_t *bytes, long count, long from, uint8_t first, uint8_t second);

#endif
