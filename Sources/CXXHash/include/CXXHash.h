#pragma once
#include <stdint.h>
#include <stddef.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

/// Swift does not import xxhash's inline functions by their macro-renamed names; these two are what we use.
static inline uint64_t holdfast_xxh3_64(const void *bytes, size_t count) {
    return XXH3_64bits(bytes, count);
}

typedef struct { uint64_t low; uint64_t high; } holdfast_hash128;

static inline holdfast_hash128 holdfast_xxh3_128(const void *bytes, size_t count) {
    XXH128_hash_t hash = XXH3_128bits(bytes, count);
    holdfast_hash128 result = { hash.low64, hash.high64 };
    return result;
}
