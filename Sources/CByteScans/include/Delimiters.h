// Where the bytes 1D, 1E and 1F hex stand. In C because Swift has no way to turn a comparison of vectors into one number;
// everything else about ISO 2709 is in Swift (Sources/MARC/ISO2709).

#ifndef DELIMITERS_H
#define DELIMITERS_H

#include <stdint.h>

/// Writes the places of 1D, 1E and 1F hex in `count` bytes, in order, and says how many there are.
///
/// `places` has room for `count` numbers and three more.
long delimiters_find(const uint8_t *bytes, long count, uint32_t *places);

/// How many of the three stand in `count` bytes.
long delimiters_count(const uint8_t *bytes, long count);

#endif
