// Classifies 64 bytes at a time, with the instructions the processor has.

#include "marking.h"

/// Classifies fewer than 64 bytes.
#define REST(classify, bytes, count, block) \
  do { \
    uint8_t rest[64] = {0}; \
    memcpy(rest, bytes, count); \
    classify(rest, block); \
  } while (0)

// MARK: - Eight bytes in a word, for processors without any of the others

static inline uint64_t low_bits(uint64_t marks) {
  // Gathers the top bit of each byte into eight bits.
  return (marks >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/// The top bit of each byte of `word` (all below 0x80) that is at least `least`, 1...0x80.
static inline uint64_t from(uint64_t word, uint8_t least) {
  return word + UINT64_C(0x0101010101010101) * (uint8_t)(0x80 - least);
}

static inline uint64_t equal(uint64_t word, uint8_t byte) {
  const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
  const uint64_t other = word ^ UINT64_C(0x0101010101010101) * byte;
  return ~((other & low) + low | other);
}

static inline void classify_plain(const uint8_t *bytes, struct classes *block) {
  const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F), top = ~low;
  memset(block, 0, sizeof *block);
  for (int i = 0; i < 8; i++) {
    uint64_t word = 0;
    for (int k = 0; k < 8; k++) word |= (uint64_t)bytes[8 * i + k] << (8 * k);
    const uint64_t high = word & top, ascii = word & low;
    const uint64_t lower = ascii | UINT64_C(0x2020202020202020);
    const uint64_t digits = from(ascii, 0x30) & ~from(ascii, 0x3A) & ~word & top;
    const uint64_t letters = from(lower, 0x61) & ~from(lower, 0x7B) & ~word & top;
    const uint64_t joints = (equal(word, '_') | equal(word, '-')) & top;
    // `-` `.` `/` and the two brackets are neighbours of other marks: `(` `)` 28-29, `-` `.` `/` 2D-2F.
    const uint64_t separators = ((from(ascii, 0x28) & ~from(ascii, 0x2A))
      | (from(ascii, 0x2D) & ~from(ascii, 0x30)) | equal(word, ' ') | equal(word, '\t')) & ~word & top;
    const int shift = 8 * i;
    block->digits |= low_bits(digits) << shift;
    block->words |= low_bits(digits | letters) << shift;
    block->joints |= low_bits(joints) << shift;
    block->separators |= low_bits(separators) << shift;
    block->at_signs |= low_bits(equal(word, '@') & top) << shift;
    block->stars |= low_bits(equal(word, '*') & top) << shift;
    block->colons |= low_bits((equal(word, ':') | equal(word, '=')) & top) << shift;
    block->high |= low_bits(high) << shift;
    if (high) {
      // Without their top bits: E4-E9 is 64-69, EF is 6F.
      block->han |= low_bits(from(ascii, 0x64) & ~from(ascii, 0x6A) & word & top) << shift;
      block->wide |= low_bits(equal(word, 0xEF) & top) << shift;
    }
  }
}

#define CSIEVE_NAME mark_plain
#define CSIEVE_TARGET
#define CSIEVE_CLASSES classify_plain
#define CSIEVE_LOOK 0
#define CSIEVE_REST(bytes, count, block) REST(classify_plain, bytes, count, block)
#include "kernel.h"

#if defined(__x86_64__)
#include <immintrin.h>

// MARK: - SSE2, which every x86-64 has

/// Whether each byte is in first...first + span, unsigned.
#define IN_RANGE_128(v, first, span) \
  _mm_cmpeq_epi8( \
    _mm_subs_epu8(_mm_sub_epi8(v, _mm_set1_epi8((char)(first))), _mm_set1_epi8((char)(span))), \
    _mm_setzero_si128())

static inline void classify_sse2(const uint8_t *bytes, struct classes *block) {
  memset(block, 0, sizeof *block);
  for (int i = 0; i < 4; i++) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    const __m128i lower = _mm_or_si128(v, _mm_set1_epi8(0x20));
    const __m128i digits = IN_RANGE_128(v, 0x30, 9);
    const __m128i words = _mm_or_si128(digits, IN_RANGE_128(lower, 0x61, 25));
    const __m128i joints = _mm_or_si128(
      _mm_cmpeq_epi8(v, _mm_set1_epi8('_')), _mm_cmpeq_epi8(v, _mm_set1_epi8('-')));
    const __m128i separators = _mm_or_si128(
      _mm_or_si128(IN_RANGE_128(v, 0x28, 1), IN_RANGE_128(v, 0x2D, 2)),
      _mm_or_si128(
        _mm_cmpeq_epi8(v, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\t'))));
    const __m128i colons = _mm_or_si128(
      _mm_cmpeq_epi8(v, _mm_set1_epi8(':')), _mm_cmpeq_epi8(v, _mm_set1_epi8('=')));
    const int shift = 16 * i;
#define BITS(m) ((uint64_t)(uint16_t)_mm_movemask_epi8(m) << shift)
    block->digits |= BITS(digits);
    block->words |= BITS(words);
    block->joints |= BITS(joints);
    block->separators |= BITS(separators);
    block->colons |= BITS(colons);
    block->at_signs |= BITS(_mm_cmpeq_epi8(v, _mm_set1_epi8('@')));
    block->stars |= BITS(_mm_cmpeq_epi8(v, _mm_set1_epi8('*')));
    block->high |= BITS(v);
    block->han |= BITS(IN_RANGE_128(v, 0xE4, 5));
    block->wide |= BITS(_mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xEF)));
#undef BITS
  }
}

#define CSIEVE_NAME mark_sse2
#define CSIEVE_TARGET
#define CSIEVE_CLASSES classify_sse2
#define CSIEVE_LOOK 0
#define CSIEVE_REST(bytes, count, block) REST(classify_sse2, bytes, count, block)
#include "kernel.h"

// MARK: - AVX2

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))

#define IN_RANGE_256(v, first, span) \
  _mm256_cmpeq_epi8( \
    _mm256_subs_epu8( \
      _mm256_sub_epi8(v, _mm256_set1_epi8((char)(first))), _mm256_set1_epi8((char)(span))), \
    _mm256_setzero_si256())

AVX2 static inline void classify_avx2(const uint8_t *bytes, struct classes *block) {
  memset(block, 0, sizeof *block);
  for (int i = 0; i < 2; i++) {
    const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + 32 * i));
    const __m256i lower = _mm256_or_si256(v, _mm256_set1_epi8(0x20));
    const __m256i digits = IN_RANGE_256(v, 0x30, 9);
    const __m256i words = _mm256_or_si256(digits, IN_RANGE_256(lower, 0x61, 25));
    const __m256i joints = _mm256_or_si256(
      _mm256_cmpeq_epi8(v, _mm256_set1_epi8('_')), _mm256_cmpeq_epi8(v, _mm256_set1_epi8('-')));
    const __m256i separators = _mm256_or_si256(
      _mm256_or_si256(IN_RANGE_256(v, 0x28, 1), IN_RANGE_256(v, 0x2D, 2)),
      _mm256_or_si256(
        _mm256_cmpeq_epi8(v, _mm256_set1_epi8(' ')), _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\t'))));
    const __m256i colons = _mm256_or_si256(
      _mm256_cmpeq_epi8(v, _mm256_set1_epi8(':')), _mm256_cmpeq_epi8(v, _mm256_set1_epi8('=')));
    const int shift = 32 * i;
#define BITS(m) ((uint64_t)(uint32_t)_mm256_movemask_epi8(m) << shift)
    block->digits |= BITS(digits);
    block->words |= BITS(words);
    block->joints |= BITS(joints);
    block->separators |= BITS(separators);
    block->colons |= BITS(colons);
    block->at_signs |= BITS(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('@')));
    block->stars |= BITS(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('*')));
    block->high |= BITS(v);
    block->han |= BITS(IN_RANGE_256(v, 0xE4, 5));
    block->wide |= BITS(_mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)0xEF)));
#undef BITS
  }
}

/// What the low or the high halves of 32 bytes have in a table of buckets.
#define LOW_256(v, table) _mm256_shuffle_epi8(table, _mm256_and_si256(v, _mm256_set1_epi8(0x0F)))
#define HIGH_256(v, table) LOW_256(_mm256_srli_epi16(v, 4), table)

#define ANNOUNCERS(equal, any) \
  any(any(any(equal(' '), equal('"')), any(equal('\''), equal(':'))), any(equal('='), equal('>')))
#define EQUAL_256(byte) _mm256_cmpeq_epi8(v, _mm256_set1_epi8(byte))

// Apart, like its twin below: within the loop it cost the registers of all else, 5 instructions a byte of a log.
AVX2 static __attribute__((noinline)) void look_avx2(
  const uint8_t *bytes, const struct csieve_order *order, struct chinese *seen
) {
  __m256i tables[5];
  for (int i = 0; i < 5; i++) {
    tables[i] =
      _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(order->buckets + 16 * i)));
  }
  uint64_t places = 0, wide = 0, announcers = 0;
  for (int i = 0; i < 2; i++) {
    const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + 32 * i));
    const __m256i b = _mm256_loadu_si256((const __m256i *)(bytes + 32 * i + 1));
    const __m256i c = _mm256_loadu_si256((const __m256i *)(bytes + 32 * i + 2));
    const __m256i shared = _mm256_and_si256(
      LOW_256(v, tables[0]),
      _mm256_and_si256(
        _mm256_and_si256(LOW_256(b, tables[1]), HIGH_256(b, tables[2])),
        _mm256_and_si256(LOW_256(c, tables[3]), HIGH_256(c, tables[4]))));
    const __m256i none = _mm256_cmpeq_epi8(shared, _mm256_setzero_si256());
    const __m256i is_wide = _mm256_and_si256(
      _mm256_cmpeq_epi8(b, _mm256_set1_epi8((char)0xBC)), IN_RANGE_256(c, 0x90, 0x10));
    places |= (uint64_t)(uint32_t)~_mm256_movemask_epi8(none) << (32 * i);
    wide |= (uint64_t)(uint32_t)_mm256_movemask_epi8(is_wide) << (32 * i);
    announcers |=
      (uint64_t)(uint32_t)_mm256_movemask_epi8(ANNOUNCERS(EQUAL_256, _mm256_or_si256)) << (32 * i);
  }
  seen->places = places;
  seen->wide = wide;
  seen->announcers = announcers;
}

#define CSIEVE_NAME mark_avx2
#define CSIEVE_TARGET AVX2
#define CSIEVE_CLASSES classify_avx2
#define CSIEVE_LOOK look_avx2
#define CSIEVE_REST(bytes, count, block) REST(classify_avx2, bytes, count, block)
#include "kernel.h"

// MARK: - AVX-512, with the permutations of bytes that came later (Ice Lake, Zen 4)

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vbmi,bmi,bmi2,lzcnt,popcnt")))

#define IN_RANGE_512(v, first, span) \
  _mm512_cmple_epu8_mask( \
    _mm512_sub_epi8(v, _mm512_set1_epi8((char)(first))), _mm512_set1_epi8((char)(span)))

AVX512 static inline void classify_avx512(__m512i v, struct classes *block) {
  const __m512i lower = _mm512_or_si512(v, _mm512_set1_epi8(0x20));
  block->digits = IN_RANGE_512(v, 0x30, 9);
  block->words = block->digits | IN_RANGE_512(lower, 0x61, 25);
  block->joints = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('_'))
    | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('-'));
  block->separators = IN_RANGE_512(v, 0x28, 1) | IN_RANGE_512(v, 0x2D, 2)
    | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(' '))
    | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\t'));
  block->colons = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(':'))
    | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('='));
  block->at_signs = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('@'));
  block->stars = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('*'));
  block->high = _mm512_movepi8_mask(v);
  block->han = IN_RANGE_512(v, 0xE4, 5);
  block->wide = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8((char)0xEF));
}

#define EQUAL_512(byte) _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(byte))
#define OR(a, b) ((a) | (b))

AVX512 static __attribute__((noinline)) void look_avx512(
  const uint8_t *bytes, const struct csieve_order *order, struct chinese *seen
) {
  const __m512i v = _mm512_loadu_si512(bytes);
  const __m512i b = _mm512_loadu_si512(bytes + 1);
  const __m512i c = _mm512_loadu_si512(bytes + 2);
  const uint8_t *tables = order->wide_buckets;
  // By the low six bits of a byte.
  const __m512i shared = _mm512_and_si512(
    _mm512_permutexvar_epi8(v, _mm512_loadu_si512(tables)),
    _mm512_and_si512(
      _mm512_permutexvar_epi8(b, _mm512_loadu_si512(tables + 64)),
      _mm512_permutexvar_epi8(c, _mm512_loadu_si512(tables + 128))));
  seen->places = _mm512_test_epi8_mask(shared, shared);
  seen->wide = _mm512_cmpeq_epi8_mask(b, _mm512_set1_epi8((char)0xBC)) & IN_RANGE_512(c, 0x90, 0x10);
  seen->announcers = ANNOUNCERS(EQUAL_512, OR);
}

#define CSIEVE_NAME mark_avx512
#define CSIEVE_TARGET AVX512
#define CSIEVE_CLASSES(bytes, block) classify_avx512(_mm512_loadu_si512(bytes), block)
#define CSIEVE_LOOK look_avx512
#define CSIEVE_REST(bytes, count, block) \
  classify_avx512(_mm512_maskz_loadu_epi8(UINT64_MAX >> (64 - (count)), bytes), block)
#include "kernel.h"
#endif

#if defined(__aarch64__)
#include <arm_neon.h>

// MARK: - NEON, which every AArch64 has

/// Gathers a bit of each of 64 bytes that are 0 or 0xFF.
static inline uint64_t gather(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t bits = vreinterpretq_u8_u64(vdupq_n_u64(UINT64_C(0x8040201008040201)));
  const uint8x16_t ab = vpaddq_u8(vandq_u8(a, bits), vandq_u8(b, bits));
  const uint8x16_t cd = vpaddq_u8(vandq_u8(c, bits), vandq_u8(d, bits));
  const uint8x16_t sums = vpaddq_u8(ab, cd);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

#define IN_RANGE_NEON(v, first, span) vcleq_u8(vsubq_u8(v, vdupq_n_u8(first)), vdupq_n_u8(span))
#define EQUAL_NEON(v, byte) vceqq_u8(v, vdupq_n_u8(byte))
#define LETTER_NEON(v, unused, none) IN_RANGE_NEON(vorrq_u8(v, vdupq_n_u8(0x20)), 0x61, 25)
#define EITHER_NEON(v, one, other) vorrq_u8(EQUAL_NEON(v, one), EQUAL_NEON(v, other))
#define GATHER(test, x, y) gather(test(v0, x, y), test(v1, x, y), test(v2, x, y), test(v3, x, y))

static inline void classify_neon(const uint8_t *bytes, struct classes *block) {
  const uint8x16_t v0 = vld1q_u8(bytes), v1 = vld1q_u8(bytes + 16);
  const uint8x16_t v2 = vld1q_u8(bytes + 32), v3 = vld1q_u8(bytes + 48);
  block->digits = GATHER(IN_RANGE_NEON, 0x30, 9);
  block->words = block->digits | GATHER(LETTER_NEON, 0, 0);
  block->joints = GATHER(EITHER_NEON, '_', '-');
  block->separators = GATHER(IN_RANGE_NEON, 0x28, 1) | GATHER(IN_RANGE_NEON, 0x2D, 2)
    | GATHER(EITHER_NEON, ' ', '\t');
  block->colons = GATHER(EITHER_NEON, ':', '=');
  block->at_signs = GATHER(EITHER_NEON, '@', '@');
  block->stars = GATHER(EITHER_NEON, '*', '*');
  block->high = GATHER(IN_RANGE_NEON, 0x80, 0x7F);
  block->han = 0;
  block->wide = 0;
  if (block->high) {
    block->han = GATHER(IN_RANGE_NEON, 0xE4, 5);
    block->wide = GATHER(EITHER_NEON, 0xEF, 0xEF);
  }
}

#define CSIEVE_NAME mark_neon
#define CSIEVE_TARGET
#define CSIEVE_CLASSES classify_neon
#define CSIEVE_LOOK 0
#define CSIEVE_REST(bytes, count, block) REST(classify_neon, bytes, count, block)
#include "kernel.h"
#endif

// MARK: - Which of them

int csieve_can_run(enum csieve_kernel kernel) {
  switch (kernel) {
  case CSIEVE_PLAIN: return 1;
#if defined(__x86_64__)
  case CSIEVE_SSE2: return 1;
  case CSIEVE_AVX2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  case CSIEVE_AVX512:
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi")
      && __builtin_cpu_supports("bmi2");
#endif
#if defined(__aarch64__)
  case CSIEVE_NEON: return 1;
#endif
  default: return 0;
  }
}

void csieve_mark(
  enum csieve_kernel kernel, const uint8_t *text, size_t count, const struct csieve_order *order,
  struct csieve_marks *marks
) {
  switch (kernel) {
#if defined(__x86_64__)
  case CSIEVE_SSE2: mark_sse2(text, count, order, marks); return;
  case CSIEVE_AVX2: mark_avx2(text, count, order, marks); return;
  case CSIEVE_AVX512: mark_avx512(text, count, order, marks); return;
#endif
#if defined(__aarch64__)
  case CSIEVE_NEON: mark_neon(text, count, order, marks); return;
#endif
  default: mark_plain(text, count, order, marks); return;
  }
}
