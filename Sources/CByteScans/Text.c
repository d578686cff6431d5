#include "Text.h"

#include <string.h>

static inline int is_control(uint8_t byte) { return byte < 0x20 || byte == 0x7F; }
static inline int is_delimiter(uint8_t byte) { return byte >= 0x1D && byte <= 0x1F; }

static unsigned scan_plain(const uint8_t *bytes, long count) {
    unsigned kinds = 0;
    uint8_t before = 0;
    for (long place = 0; place < count; place++) {
        uint8_t byte = bytes[place];
        if (byte >= 0x80) kinds |= text_high;
        if (is_control(byte)) kinds |= text_control;
        if (byte == ' ' && before == ' ') kinds |= text_blank_pair;
        before = byte;
    }
    return kinds;
}

static unsigned scan_body_plain(const uint8_t *bytes, long count) {
    unsigned kinds = 0;
    for (long place = 0; place < count; place++) {
        if (bytes[place] >= 0x80) kinds |= text_high;
        if (is_control(bytes[place]) && !is_delimiter(bytes[place])) kinds |= text_control;
    }
    return kinds;
}

static long find_pair_plain(const uint8_t *bytes, long count, long from, uint8_t first, uint8_t second) {
    for (long place = from; place + 1 < count; place++)
        if ((bytes[place] | 0x20) == (first | 0x20) && (bytes[place + 1] | 0x20) == (second | 0x20)) return place;
    return count;
}

static int has_any_plain(const uint8_t *bytes, long count, uint32_t wanted) {
    for (long place = 0; place < count; place++)
        for (int shift = 0; shift < 32; shift += 8)
            if (bytes[place] == (uint8_t)(wanted >> shift)) return 1;
    return 0;
}

#if defined(__SSE2__)

#include <emmintrin.h>

// Texts of 16 bytes and more are read in blocks, the last of which ends with the text and may overlap the one before it;
// shorter ones are read from both ends into one block, in which the parts may overlap as well.

static inline __m128i load(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }

/// 8 to 15 bytes: the first eight, then the last eight.
static inline __m128i load_eights(const uint8_t *bytes, long count) {
    __m128i last = _mm_loadl_epi64((const __m128i *)(bytes + count - 8));
    return _mm_unpacklo_epi64(_mm_loadl_epi64((const __m128i *)bytes), last);
}

/// 4 to 7 bytes: the first four, then the last four; all that twice.
static inline __m128i load_fours(const uint8_t *bytes, long count) {
    int32_t first, last;
    memcpy(&first, bytes, 4);
    memcpy(&last, bytes + count - 4, 4);
    return _mm_set_epi32(last, first, last, first);
}

static inline uint32_t mask(__m128i found) { return (uint32_t)_mm_movemask_epi8(found); }

static inline __m128i up_to(__m128i block, uint8_t first, uint8_t last) {
    __m128i moved = _mm_sub_epi8(block, _mm_set1_epi8((char)first));
    return _mm_cmpeq_epi8(_mm_min_epu8(moved, _mm_set1_epi8((char)(last - first))), moved);
}

static inline __m128i controls(__m128i block) {
    return _mm_or_si128(up_to(block, 0, 0x1F), _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F)));
}

static inline uint32_t blanks(__m128i block) { return mask(_mm_cmpeq_epi8(block, _mm_set1_epi8(' '))); }

static inline unsigned kinds(__m128i high, __m128i control, uint32_t pairs) {
    return (mask(high) != 0 ? text_high : 0) | (mask(control) != 0 ? text_control : 0)
        | (pairs != 0 ? text_blank_pair : 0);
}

unsigned text_scan(const uint8_t *bytes, long count) {
    if (count < 4) return scan_plain(bytes, count);
    if (count < 16) {
        // Where two parts meet there is no pair that one of them does not have.
        uint32_t inside = count < 8 ? 0x7777 : 0x7F7F;
        __m128i block = count < 8 ? load_fours(bytes, count) : load_eights(bytes, count);
        uint32_t found = blanks(block);
        return kinds(block, controls(block), found & found >> 1 & inside);
    }
    __m128i high = _mm_setzero_si128(), control = _mm_setzero_si128();
    uint32_t pairs = 0, last = 0;
    long place = 0;
    for (; place + 16 <= count; place += 16) {
        __m128i block = load(bytes + place);
        uint32_t found = blanks(block);
        high = _mm_or_si128(high, block);
        control = _mm_or_si128(control, controls(block));
        pairs |= found & (found << 1 | last);
        last = found >> 15;
    }
    if (place < count) {
        __m128i block = load(bytes + count - 16);
        uint32_t found = blanks(block);
        high = _mm_or_si128(high, block);
        control = _mm_or_si128(control, controls(block));
        pairs |= found & found << 1;
    }
    return kinds(high, control, pairs);
}

unsigned text_scan_body(const uint8_t *bytes, long count) {
    if (count < 16) return scan_body_plain(bytes, count);
    __m128i high = _mm_setzero_si128(), control = _mm_setzero_si128();
    for (long place = 0; place < count; place += 16) {
        __m128i block = load(bytes + (place + 16 <= count ? place : count - 16));
        high = _mm_or_si128(high, block);
        control = _mm_or_si128(control, _mm_andnot_si128(up_to(block, 0x1D, 0x1F), controls(block)));
    }
    return kinds(high, control, 0);
}

int text_has_any(const uint8_t *bytes, long count, uint32_t wanted) {
    if (count < 4) return has_any_plain(bytes, count, wanted);
    __m128i first = _mm_set1_epi8((char)wanted), second = _mm_set1_epi8((char)(wanted >> 8));
    __m128i third = _mm_set1_epi8((char)(wanted >> 16)), fourth = _mm_set1_epi8((char)(wanted >> 24));
    __m128i found = _mm_setzero_si128();
    for (long place = 0; place < count; place += 16) {
        __m128i block = count < 8 ? load_fours(bytes, count)
            : count < 16          ? load_eights(bytes, count)
                                  : load(bytes + (place + 16 <= count ? place : count - 16));
        __m128i one = _mm_or_si128(_mm_cmpeq_epi8(block, first), _mm_cmpeq_epi8(block, second));
        __m128i other = _mm_or_si128(_mm_cmpeq_epi8(block, third), _mm_cmpeq_epi8(block, fourth));
        found = _mm_or_si128(found, _mm_or_si128(one, other));
    }
    return mask(found) != 0;
}

static inline uint32_t pairs_of(__m128i here, __m128i next, __m128i first, __m128i second) {
    __m128i bit = _mm_set1_epi8(0x20);
    __m128i found = _mm_cmpeq_epi8(_mm_or_si128(here, bit), first);
    return mask(_mm_and_si128(found, _mm_cmpeq_epi8(_mm_or_si128(next, bit), second)));
}

/// Bit n is set where a pair starts at byte n. Reads 16 bytes and the one behind them.
static inline uint32_t pairs(const uint8_t *bytes, __m128i first, __m128i second) {
    return pairs_of(load(bytes), load(bytes + 1), first, second);
}

/// The same for 8 bytes.
static inline uint32_t pairs8(const uint8_t *bytes, __m128i first, __m128i second) {
    __m128i here = _mm_loadl_epi64((const __m128i *)bytes);
    return pairs_of(here, _mm_loadl_epi64((const __m128i *)(bytes + 1)), first, second) & 0xFF;
}

long text_find_pair(const uint8_t *bytes, long count, long from, uint8_t first, uint8_t second) {
    if (from < 0) from = 0;
    long length = count - from;
    if (length < 9) return find_pair_plain(bytes, count, from, first, second);
    __m128i one = _mm_set1_epi8((char)(first | 0x20)), two = _mm_set1_epi8((char)(second | 0x20));
    if (length < 17) {
        uint32_t found = pairs8(bytes + from, one, two) | pairs8(bytes + count - 9, one, two) << (length - 9);
        return found == 0 ? count : from + __builtin_ctz(found);
    }
    long place = from;
    for (; place + 17 <= count; place += 16) {
        uint32_t found = pairs(bytes + place, one, two);
        if (found != 0) return place + __builtin_ctz(found);
    }
    if (place + 1 >= count) return count;
    // The last 17 bytes at once; no pair starts among those that were looked at before.
    uint32_t found = pairs(bytes + count - 17, one, two);
    return found == 0 ? count : count - 17 + __builtin_ctz(found);
}

#else

unsigned text_scan(const uint8_t *bytes, long count) { return scan_plain(bytes, count); }

unsigned text_scan_body(const uint8_t *bytes, long count) { return scan_body_plain(bytes, count); }

int text_has_any(const uint8_t *bytes, long count, uint32_t wanted) { return has_any_plain(bytes, count, wanted); }

long text_find_pair(const uint8_t *bytes, long count, long from, uint8_t first, uint8_t second) {
    return find_pair_plain(bytes, count, from < 0 ? 0 : from, first, second);
}

#endif
