// The vector kernels of the module Sieve, which alone imports this: see Sieve.swift for what is marked.

#ifndef CSIEVE_H
#define CSIEVE_H

#include <stddef.h>
#include <stdint.h>

/// Which instructions a kernel is made of. All mark the same.
enum csieve_kernel {
  CSIEVE_PLAIN,
  CSIEVE_SSE2,
  CSIEVE_AVX2,
  CSIEVE_AVX512,
  CSIEVE_NEON,
};

/// What 64 bytes of a text are, a bit a byte. Bits past the end of the text are 0.
struct csieve_outline {
  /// ASCII digits.
  uint64_t digits;
  /// ASCII letters and digits.
  uint64_t words;
  /// ASCII letters and digits, `_` and `-`.
  uint64_t keys;
  /// What may stand between the groups of a number: blank, tab, `-` `.` `/` `(` `)`.
  uint64_t separators;
};

struct csieve_order {
  /// A bit per scalar of U+4E00-9FFF; null where no places are marked.
  const uint64_t *places;
  /// What tells most other characters at once: five tables of sixteen bytes, by the low half of a character's
  /// first byte, the low and the high half of its second, and of its third. The characters of the alphabet share
  /// eight buckets, and a bit in each table says which of them have one with that half.
  const uint8_t *buckets;
  /// The same in three tables of 64 bytes, by the low six bits of a character's three bytes.
  const uint8_t *wide_buckets;
  /// Nonzero where labels are marked.
  int marks_labels;
  /// Nonzero where numbers are left as `firsts`, for `csieve_pass_numbers` to list.
  int leaves_numbers;
};

/// Where marks are written. Room is the caller's business, for a text of `count` bytes: `numbers` and
/// `places` count / 2 + 2, `at_signs` and `labels` count, `firsts` (count + 63) / 64, `outlines` three more. The first outline
/// is that of nothing, then come those of the text, then two of nothing.
struct csieve_marks {
  int32_t *numbers;
  int32_t *at_signs;
  int32_t *places;
  int32_t *labels;
  struct csieve_outline *outlines;
  /// The numbers, a bit a byte, where they are not listed.
  uint64_t *firsts;
  size_t number_count;
  size_t at_sign_count;
  size_t place_count;
  size_t label_count;
  /// Nonzero where the text has a `*`.
  uint64_t has_stars;
};

/// Whether this processor can run a kernel.
int csieve_can_run(enum csieve_kernel kernel);

/// Marks `count` bytes, less than 2^31 of them, with a kernel that this processor can run.
void csieve_mark(
  enum csieve_kernel kernel, const uint8_t *text, size_t count, const struct csieve_order *order,
  struct csieve_marks *marks);

#include "counts.h"
#include "numbers.h"

#endif
