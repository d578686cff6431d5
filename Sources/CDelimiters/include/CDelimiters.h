// Where the bytes 1D, 1E and 1F hex stand in a block of 64 bytes. In C because Swift has no way to turn a comparison of
// vectors into one number; everything else about ISO 2709 is in Swift (Sources/MARC/ISO2709).

#ifndef CDELIMITERS_H
#define CDELIMITERS_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)

#include <emmintrin.h>

static inline uint64_t delimiters_mask16(const uint8_t *bytes) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes);
    __m128i moved = _mm_sub_epi8(block, _mm_set1_epi8(0x1D));
    __m128i found = _mm_cmpeq_epi8(_mm_min_epu8(moved, _mm_set1_epi8(2)), moved);
    return (uint64_t)(uint32_t)_mm_movemask_epi8(found);
}

#else

static inline uint64_t delimiters_mask16(const uint8_t *bytes) {
    uint64_t mask = 0;
    for (int index = 0; index < 16; index++) mask |= (uint64_t)((uint8_t)(bytes[index] - 0x1D) <= 2) << index;
    return mask;
}

#endif

/// Bit n is set where byte n is 1D, 1E or 1F hex. Reads 64 bytes.
static inline uint64_t delimiters_mask64(const uint8_t *bytes) {
    return delimiters_mask16(bytes) | delimiters_mask16(bytes + 16) << 16 | delimiters_mask16(bytes + 32) << 32
        | delimiters_mask16(bytes + 48) << 48;
}

/// The same for the last `count` bytes, fewer than 64; reads no more than these.
static inline uint64_t delimiters_mask_tail(const uint8_t *bytes, long count) {
    uint8_t block[64] = {0};
    if (count > 0) memcpy(block, bytes, (size_t)(count < 64 ? count : 64));
    return delimiters_mask64(block);
}

#endif
