#pragma once
#include <stdint.h>
#include <stddef.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

/// Swift does not import xxhash's inline functions by their macro-renamed names; these two are what we use.
static inline uint64_t holdfast_xxh3_64(const void *bytes, size_t count) {
    return XXH3_64bits(bytes, count);
}

/// The hash of two pieces as of one.
static inline uint64_t holdfast_xxh3_64_of_two(
    const void *bytes, size_t count, const void *more_bytes, size_t more_count) {
    XXH3_state_t state;
    XXH3_INITSTATE(&state);
    XXH3_64bits_reset(&state);
    XXH3_64bits_update(&state, bytes, count);
    XXH3_64bits_update(&state, more_bytes, more_count);
    return XXH3_64bits_digest(&state);
}

typedef struct { uint64_t low; uint64_t high; } holdfast_hash128;

static inline holdfast_hash128 holdfast_xxh3_128(const void *bytes, size_t count) {
    XXH128_hash_t hash = XXH3_128bits(bytes, count);
    holdfast_hash128 result = { hash.low64, hash.high64 };
    return result;
}
