// The bits of the bytes around a place in a text.

#ifndef CSIEVE_OUTLINE_H
#define CSIEVE_OUTLINE_H

#include "csieve.h"

#include <string.h>

// Inlined into callers made for other instructions.
#define INLINE static inline __attribute__((always_inline))

// The words of `struct csieve_outline`.
enum { DIGITS = 0, WORDS = 1, KEYS = 2, SEPARATORS = 3 };

/// The 64 bits from `start`, the first in the lowest bit.
INLINE uint64_t bits_from(const struct csieve_outline *blocks, int sort, size_t start) {
  const uint64_t *block = (const uint64_t *)(blocks + start / 64) + sort;
  const unsigned shift = start & 63;
  return block[0] >> shift | block[4] << 1 << (63 - shift);
}

/// The 64 bits before `end`, the last in the highest bit.
INLINE uint64_t bits_before(const struct csieve_outline *blocks, int sort, size_t end) {
  const uint64_t *block = (const uint64_t *)(blocks + end / 64) + sort;
  const unsigned shift = end & 63;
  return block[0] << 1 << (63 - shift) | (block - 4)[0] >> shift;
}

/// How many ones `bits` begins with, from the lowest.
INLINE unsigned trailing_ones(uint64_t bits) {
  return ~bits ? (unsigned)__builtin_ctzll(~bits) : 64;
}

/// How many ones `bits` begins with, from the highest.
INLINE unsigned leading_ones(uint64_t bits) {
  return ~bits ? (unsigned)__builtin_clzll(~bits) : 64;
}

/// Eight bytes, the first in the lowest place.
INLINE uint64_t load_word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

#endif
