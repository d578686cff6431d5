#include "Delimiters.h"

#include <string.h>

// One loop for every processor: a block of 64 bytes becomes a number with a bit for each of the three bytes, and only how
// that is done differs.

#define INLINE static inline __attribute__((always_inline))

/// Bit n is set where byte n is 1D, 1E or 1F hex. Reads 64 bytes.
typedef uint64_t (*mask_function)(const uint8_t *bytes);

INLINE uint64_t mask_tail(const uint8_t *bytes, long count, mask_function mask) {
    uint8_t block[64] = {0};
    memcpy(block, bytes, (size_t)count);
    return mask(block);
}

INLINE uint32_t *note(uint64_t mask, uint32_t offset, uint32_t *next) {
    uint32_t *end = next + __builtin_popcountll(mask);
    // Four at a time, some of them for nothing: cheaper than a branch after each that is hard to foresee.
    while (mask != 0) {
        for (int index = 0; index < 4; index++) {
            next[index] = offset + (uint32_t)__builtin_ctzll(mask | 1ULL << 63);
            mask &= mask - 1;
        }
        next += 4;
    }
    return end;
}

INLINE long find(const uint8_t *bytes, long count, uint32_t *places, mask_function mask) {
    uint32_t *next = places;
    long block = 0;
    for (; block + 64 <= count; block += 64) next = note(mask(bytes + block), (uint32_t)block, next);
    if (block < count) next = note(mask_tail(bytes + block, count - block, mask), (uint32_t)block, next);
    return next - places;
}

INLINE long count_all(const uint8_t *bytes, long count, mask_function mask) {
    long total = 0;
    long block = 0;
    for (; block + 64 <= count; block += 64) total += __builtin_popcountll(mask(bytes + block));
    if (block < count) total += __builtin_popcountll(mask_tail(bytes + block, count - block, mask));
    return total;
}

#if defined(__x86_64__)

#include <immintrin.h>

INLINE uint64_t mask16(const uint8_t *bytes) {
    __m128i moved = _mm_sub_epi8(_mm_loadu_si128((const __m128i *)bytes), _mm_set1_epi8(0x1D));
    return (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(moved, _mm_set1_epi8(2)), moved));
}

INLINE uint64_t mask_sse2(const uint8_t *bytes) {
    return mask16(bytes) | mask16(bytes + 16) << 16 | mask16(bytes + 32) << 32 | mask16(bytes + 48) << 48;
}

#define AVX2 __attribute__((target("avx2,bmi,popcnt")))

AVX2 INLINE uint64_t mask32(const uint8_t *bytes) {
    __m256i moved = _mm256_sub_epi8(_mm256_loadu_si256((const __m256i *)bytes), _mm256_set1_epi8(0x1D));
    return (uint64_t)(uint32_t)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(_mm256_min_epu8(moved, _mm256_set1_epi8(2)), moved));
}

AVX2 INLINE uint64_t mask_avx2(const uint8_t *bytes) { return mask32(bytes) | mask32(bytes + 32) << 32; }

AVX2 static long find_avx2(const uint8_t *bytes, long count, uint32_t *places) {
    return find(bytes, count, places, mask_avx2);
}

AVX2 static long count_avx2(const uint8_t *bytes, long count) { return count_all(bytes, count, mask_avx2); }

static int has_avx2(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}

long delimiters_find(const uint8_t *bytes, long count, uint32_t *places) {
    return has_avx2() ? find_avx2(bytes, count, places) : find(bytes, count, places, mask_sse2);
}

long delimiters_count(const uint8_t *bytes, long count) {
    return has_avx2() ? count_avx2(bytes, count) : count_all(bytes, count, mask_sse2);
}

#else

INLINE uint64_t mask_plain(const uint8_t *bytes) {
    uint64_t mask = 0;
    for (int index = 0; index < 64; index++) mask |= (uint64_t)((uint8_t)(bytes[index] - 0x1D) <= 2) << index;
    return mask;
}

long delimiters_find(const uint8_t *bytes, long count, uint32_t *places) {
    return find(bytes, count, places, mask_plain);
}

long delimiters_count(const uint8_t *bytes, long count) { return count_all(bytes, count, mask_plain); }

#endif
