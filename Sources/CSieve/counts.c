// Plain loops over blocks whose sums fit a byte, which the compiler turns into vector code of the instructions
// that a function is made for.

#include "counts.h"

#define INLINE static inline __attribute__((always_inline))

/// What a byte counts for.
enum count { LINE_FEEDS, SCALARS, CONTROLS, ZEROS, VALUES };

INLINE uint8_t value(uint8_t byte, enum count what) {
  switch (what) {
  case LINE_FEEDS: return byte == '\n';
  case SCALARS: return (int8_t)byte >= -64;
  case CONTROLS:
    return (byte < 0x08) | ((uint8_t)(byte - 0x0E) < 13) | ((uint8_t)(byte - 0x1C) < 4) | (byte == 0x7F);
  case ZEROS: return byte == 0;
  default: return byte;
  }
}

INLINE size_t sum(const uint8_t *bytes, size_t count, enum count what) {
  enum { LANES = 64, ROUNDS = 63 };
  size_t total = 0, i = 0;
  while (count - i >= LANES) {
    uint8_t lanes[LANES] = {0};
    const size_t rounds = (count - i) / LANES;
    for (size_t k = 0; k < (rounds < ROUNDS ? rounds : ROUNDS); k++, i += LANES) {
      for (int lane = 0; lane < LANES; lane++) lanes[lane] += value(bytes[i + lane], what);
    }
    for (int lane = 0; lane < LANES; lane++) total += lanes[lane];
  }
  for (; i < count; i++) total += value(bytes[i], what);
  return total;
}

INLINE size_t first_high(const uint8_t *bytes, size_t count) {
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    uint8_t all = 0;
    for (int lane = 0; lane < 64; lane++) all |= bytes[i + lane];
    if (all & 0x80) break;
  }
  while (i < count && bytes[i] < 0x80) i++;
  return i;
}

INLINE size_t first_pair(const uint8_t *bytes, size_t count, uint8_t first, uint8_t second) {
  size_t i = 0;
  for (; count - i > 64; i += 64) {
    uint8_t any = 0;
    for (int lane = 0; lane < 64; lane++) any |= (bytes[i + lane] == first) & (bytes[i + lane + 1] == second);
    if (any) break;
  }
  for (; i + 1 < count; i++) {
    if (bytes[i] == first && bytes[i + 1] == second) return i;
  }
  return count;
}

#if defined(__x86_64__)
/// Makes a function for AVX2 beside the one for every processor.
#define WITH_AVX2(name, body) \
  __attribute__((target("avx2"))) static size_t name##_avx2(const uint8_t *bytes, size_t count) { \
    return body; \
  } \
  size_t csieve_##name(const uint8_t *bytes, size_t count) { \
    return __builtin_cpu_supports("avx2") ? name##_avx2(bytes, count) : body; \
  }
#else
#define WITH_AVX2(name, body) \
  size_t csieve_##name(const uint8_t *bytes, size_t count) { return body; }
#endif

WITH_AVX2(line_feeds, sum(bytes, count, LINE_FEEDS))
WITH_AVX2(scalars, sum(bytes, count, SCALARS))
WITH_AVX2(controls, sum(bytes, count, CONTROLS))
WITH_AVX2(zeros, sum(bytes, count, ZEROS))
WITH_AVX2(sum, sum(bytes, count, VALUES))
WITH_AVX2(first_high, first_high(bytes, count))

#if defined(__x86_64__)
__attribute__((target("avx2"))) static size_t first_pair_avx2(
    const uint8_t *bytes, size_t count, uint8_t first, uint8_t second) {
  return first_pair(bytes, count, first, second);
}
#endif

size_t csieve_first_pair(const uint8_t *bytes, size_t count, uint8_t first, uint8_t second) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return first_pair_avx2(bytes, count, first, second);
#endif
  return first_pair(bytes, count, first, second);
}
