// From the classes of 64 bytes to marks: what all kernels have in common. Pure bit arithmetic, but for
// full-width forms and Chinese characters, whose second and third bytes are looked at one by one.

#ifndef CSIEVE_MARKING_H
#define CSIEVE_MARKING_H

#include "csieve.h"

#include <string.h>

/// The classes of 64 bytes, a bit a byte.
struct classes {
  uint64_t digits;
  uint64_t words;
  /// `_` and `-`.
  uint64_t joints;
  /// Blank, tab, `-` `.` `/` `(` `)`.
  uint64_t separators;
  uint64_t at_signs;
  uint64_t stars;
  /// `:` and `=`.
  uint64_t colons;
  /// Bytes outside ASCII; the two below are 0 where this is.
  uint64_t high;
  /// First bytes of U+4000-9FFF (E4-E9).
  uint64_t han;
  /// First bytes of full-width forms (EF).
  uint64_t wide;
};

/// What the block before leaves to the next.
struct carry {
  /// Its last byte belongs to a run of letters and digits.
  uint64_t in_word;
  /// And that run has a digit.
  uint64_t has_digit;
  /// Its bytes outside ASCII.
  uint64_t high;
  /// First bytes of this block that continue a number in full-width digits.
  uint64_t continued;
  /// The stars so far.
  uint64_t stars;
};

static inline int csieve_is_digit(uint8_t byte) { return (uint8_t)(byte - 0x30) <= 9; }

static inline int csieve_is_wide_digit(const uint8_t *text, size_t i) {
  return text[i] == 0xEF && text[i + 1] == 0xBC && (uint8_t)(text[i + 2] - 0x90) <= 9;
}

/// Whether a digit of either width ends before `i`.
static inline int csieve_ends_number(const uint8_t *text, size_t i) {
  if (i > 0 && csieve_is_digit(text[i - 1])) return 1;
  return i >= 3 && csieve_is_wide_digit(text, i - 3);
}

/// What stands between a label and its value, directly before the value.
static inline int csieve_announces(uint8_t byte) {
  switch (byte) {
  case ' ': case '"': case '\'': case ':': case '=': case '>': return 1;
  default: return 0;
  }
}

static inline int32_t *csieve_emit(int32_t *out, uint64_t bits, size_t base) {
  while (bits) {
    *out++ = (int32_t)(base + (size_t)__builtin_ctzll(bits));
    bits &= bits - 1;
  }
  return out;
}

/// The first digit of each run of letters and digits.
static inline uint64_t csieve_first_digits(const struct classes *block, struct carry *carry) {
  const uint64_t words = block->words, digits = block->digits, letters = words & ~digits;
  const uint64_t begins = words & ~(words << 1 | carry->in_word);
  const uint64_t goes_on = carry->in_word & ~carry->has_digit & words;
  // A run that begins with letters: adding its first bit to its letters leaves the bit behind them.
  const uint64_t behind = (letters + (letters & (begins | goes_on))) & ~letters;
  const uint64_t first = digits & (begins | goes_on | behind);
  const uint64_t others = ~words;
  if (!others) {
    carry->has_digit = (carry->in_word & carry->has_digit) | (digits != 0);
    carry->in_word = 1;
  } else {
    // The run at the end of the block, above the last byte that is neither letter nor digit.
    const uint64_t tail = ~(UINT64_MAX >> __builtin_clzll(others));
    carry->in_word = words >> 63;
    carry->has_digit = (digits & tail) != 0;
  }
  return first;
}

/// Marks full-width digits, at-signs, colons and equals signs.
static inline void csieve_mark_wide(
  uint64_t wide, const uint8_t *text, size_t count, size_t base, struct carry *carry,
  uint64_t *numbers, uint64_t *at_signs, uint64_t *labels
) {
  for (; wide; wide &= wide - 1) {
    const unsigned bit = (unsigned)__builtin_ctzll(wide);
    const size_t i = base + bit;
    if (i + 2 >= count || text[i + 1] != 0xBC) continue;
    const uint8_t last = text[i + 2];
    if ((uint8_t)(last - 0x90) <= 9) {
      if (!csieve_ends_number(text, i)) *numbers |= UINT64_C(1) << bit;
      // An ASCII digit behind it continues the number.
      if (bit + 3 < 64) *numbers &= ~(UINT64_C(1) << (bit + 3));
      else carry->continued |= UINT64_C(1) << (bit + 3 - 64);
    } else if (last == 0xA0) {
      *at_signs |= UINT64_C(1) << bit;
    } else if (last == 0x9A || last == 0x9D) {
      *labels |= UINT64_C(1) << bit;
    }
  }
}

/// Marks the characters of the place alphabet.
static inline int32_t *csieve_mark_places(
  int32_t *out, uint64_t han, const uint8_t *text, size_t count, size_t base,
  const uint64_t *places
) {
  for (; han; han &= han - 1) {
    const size_t i = base + (size_t)__builtin_ctzll(han);
    if (i + 2 >= count) break;
    const unsigned a = text[i], b = text[i + 1], c = text[i + 2];
    const unsigned index = ((a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F)) - 0x4E00;
    // Written always, kept if it is one: most branches here would be luck.
    *out = (int32_t)i;
    const unsigned is_character = (b & 0xC0) == 0x80 && (c & 0xC0) == 0x80 && index < 0x5200;
    const unsigned known = is_character ? index : 0;
    out += is_character & (unsigned)(places[known >> 6] >> (known & 63) & 1);
  }
  return out;
}

/// What 64 bytes with Chinese characters among them are, a bit a byte. The first two may have bits too many.
struct chinese {
  /// Beginnings of characters of the place alphabet.
  uint64_t places;
  /// Beginnings of full-width digits, colons, equals and at-signs.
  uint64_t wide;
  /// What stands before a value that a label announces (`csieve_announces`).
  uint64_t announcers;
};

/// Tells them of 64 bytes of which two more are there.
typedef void look(const uint8_t *bytes, const struct csieve_order *order, struct chinese *seen);

/// The Chinese characters of `begins` that stand directly behind what announces a value.
static inline uint64_t csieve_announced(
  uint64_t begins, const uint8_t *text, size_t count, size_t base
) {
  uint64_t announced = 0;
  for (; begins; begins &= begins - 1) {
    const size_t i = base + (size_t)__builtin_ctzll(begins);
    if (i > 0 && i + 2 < count && csieve_announces(text[i - 1])) announced |= begins & -begins;
  }
  return announced;
}

/// Marks one block. A part of each kernel: with its instructions, and without a call for `look`.
static inline __attribute__((always_inline)) void csieve_mark_block(
  const struct classes *block, struct carry *carry, const uint8_t *text, size_t count, size_t base,
  const struct csieve_order *order, struct csieve_marks *marks, look *look,
  int32_t **numbers, int32_t **at_signs, int32_t **places, int32_t **labels
) {
  uint64_t first = csieve_first_digits(block, carry);
  uint64_t at = block->at_signs;
  carry->stars |= block->stars;
  const uint64_t high = block->high;
  if (high | carry->high | carry->continued) {
    uint64_t announced = 0;
    first &= ~carry->continued;
    carry->continued = 0;
    struct chinese seen = {UINT64_MAX, UINT64_MAX, 0};
    const int has_looked = look && base + 66 <= count;
    if (has_looked) look(text + base, order, &seen);
    csieve_mark_wide(
      block->wide & seen.wide, text, count, base, carry, &first, &at, &announced);
    if (order->marks_labels) {
      // At most one character behind a byte outside ASCII.
      const uint64_t near = high << 1 | high << 2 | carry->high >> 63 | carry->high >> 62;
      announced |= block->colons & near;
      const uint64_t begins = block->han & ~(high << 1 | carry->high >> 63);
      if (has_looked) {
        const uint64_t before = base > 0 && csieve_announces(text[base - 1]);
        announced |= begins & (seen.announcers << 1 | before);
      } else {
        announced |= csieve_announced(begins, text, count, base);
      }
      *labels = csieve_emit(*labels, announced, base);
    }
    if (order->places) {
      *places =
        csieve_mark_places(*places, block->han & seen.places, text, count, base, order->places);
    }
    carry->high = high;
  }
  if (order->leaves_numbers) marks->firsts[base / 64] = first;
  else *numbers = csieve_emit(*numbers, first, base);
  *at_signs = csieve_emit(*at_signs, at, base);
  struct csieve_outline *outline = &marks->outlines[1 + base / 64];
  outline->digits = block->digits;
  outline->words = block->words;
  outline->keys = block->words | block->joints;
  outline->separators = block->separators;
}

#endif
