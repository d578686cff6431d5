// Where a full stop or comma follows its like or a blank. In C for the same reason as the delimiters: Swift compares vectors
// lane by lane when the answer must become one number. What counts as a slip is in Swift (Sources/Validate/Judging/MarkScan.swift).

#ifndef MARKS_H
#define MARKS_H

#include <stdint.h>

/// The first place from `from` on, at least 1, where a full stop or comma stands behind the same mark or behind a blank;
/// `count` where there is none.
long marks_find(const uint8_t *bytes, long count, long from);

#endif
