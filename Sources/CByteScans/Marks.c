#include "Marks.h"

static inline int is_candidate(const uint8_t *bytes, long place) {
    uint8_t mark = bytes[place];
    return (mark == '.' || mark == ',') && (bytes[place - 1] == mark || bytes[place - 1] == ' ');
}

static long find_plain(const uint8_t *bytes, long count, long from) {
    for (long place = from; place < count; place++)
        if (is_candidate(bytes, place)) return place;
    return count;
}

#if defined(__SSE2__)

#include <emmintrin.h>

static inline uint32_t mask(__m128i here, __m128i before) {
    __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(here, _mm_set1_epi8('.')), _mm_cmpeq_epi8(here, _mm_set1_epi8(',')));
    __m128i follows = _mm_or_si128(_mm_cmpeq_epi8(here, before), _mm_cmpeq_epi8(before, _mm_set1_epi8(' ')));
    return (uint32_t)_mm_movemask_epi8(_mm_and_si128(marks, follows));
}

/// Bit n is set where byte n is a candidate. Reads 16 bytes and the one before them.
static inline uint32_t candidates(const uint8_t *bytes) {
    return mask(_mm_loadu_si128((const __m128i *)bytes), _mm_loadu_si128((const __m128i *)(bytes - 1)));
}

/// The same for 8 bytes.
static inline uint32_t candidates8(const uint8_t *bytes) {
    return mask(_mm_loadl_epi64((const __m128i *)bytes), _mm_loadl_epi64((const __m128i *)(bytes - 1)));
}

long marks_find(const uint8_t *bytes, long count, long from) {
    if (from < 1) from = 1;
    long length = count - from;
    if (length < 8) return find_plain(bytes, count, from);
    if (length < 16) {
        uint32_t found = candidates8(bytes + from) | candidates8(bytes + count - 8) << (length - 8);
        return found == 0 ? count : from + __builtin_ctz(found);
    }
    long place = from;
    for (; place + 16 <= count; place += 16) {
        uint32_t found = candidates(bytes + place);
        if (found != 0) return place + __builtin_ctz(found);
    }
    if (place == count) return count;
    // The last 16 bytes at once; those that were looked at before held no candidate.
    uint32_t found = candidates(bytes + count - 16);
    return found == 0 ? count : count - 16 + __builtin_ctz(found);
}

#else

long marks_find(const uint8_t *bytes, long count, long from) { return find_plain(bytes, count, from < 1 ? 1 : from); }

#endif
