// The second pass over the numbers of a text: most are told to be nothing from the bits of their bytes.

#ifndef CSIEVE_NUMBERS_H
#define CSIEVE_NUMBERS_H

#include <stddef.h>
#include <stdint.h>

struct csieve_marks;

/// A word that was asked of before: its letters, digits, `_` and `-`, the last eight first.
struct csieve_word {
  uint64_t last;
  uint64_t middle;
  uint64_t first;
  /// `enum csieve_sign`, and from the eighth bit on the letters behind which a longer label may go on.
  uint64_t signs;
};

enum csieve_sign {
  /// Always set, so that an empty slot is no word.
  CSIEVE_TAKEN = 1,
  CSIEVE_BLANK_BEFORE = 2,
  /// Read by itself, it may end a label of data without a look of their own, or of forms that need one.
  CSIEVE_LABEL = 4,
  CSIEVE_CONTEXT = 8,
  /// A longer label may go on behind a digit.
  CSIEVE_BEHIND_DIGIT = 16,
  CSIEVE_LETTERS = 8,
};

/// How many digits the first group of a number has, 0 to 40; more are taken for 41.
enum { CSIEVE_GROUPS = 42 };

/// Slots of the memory of words.
enum { CSIEVE_WORD_SLOTS = 4096 };

/// What labels of one sort can end with, a bit for each hash (Detectors/LabelEndings.swift).
struct csieve_endings {
  uint64_t pairs[64];
  uint64_t names[512];
  uint64_t last_words[1024];
  uint64_t last_words_behind_digit[1024];
  int has_inner_digits;
};

/// What the forms of a rule set ask of numbers and words. Lengths and counts are bits: bit *n* for *n*.
struct csieve_gates {
  /// Per first digit: how many digits a number may have; the same of forms that are nothing without a label, and of
  /// others.
  uint64_t lengths[10];
  uint64_t lengths_with_label[10];
  uint64_t lengths_without_label[10][CSIEVE_GROUPS];
  /// The same where its first four digits, side by side, are one of `openings`, a bit each.
  uint64_t lengths_opened[10][CSIEVE_GROUPS];
  uint64_t openings[157];
  /// The same of forms that ask for a byte before the number; bit *n* for each of these whose six low bits are
  /// *n*.
  uint64_t lengths_preceded[10][CSIEVE_GROUPS];
  uint64_t preceders;
  /// Per first character (0-9, A-Z): how long a word may be, how many digits it may have, and how many letters
  /// before the first.
  uint64_t word_lengths[36];
  uint64_t word_digits[36];
  uint64_t word_letters[36];
  /// How long a word may be whose first letters stand apart.
  uint64_t apart_lengths[36];
  /// Their most letters; 0 where there are none.
  int most_letters_apart;
  /// Numbers, labelled words, and groups of hexadecimal digits, of decimal ones, decimal fractions in pairs.
  int reads_words, reads_labelled, reads_groups;
  /// Whether the numbers of a time stamp behind its year are nothing where no label stands before it.
  int passes_moments;
  /// What a label of either sort can end with: a bit for each two bytes, the last in the low byte of its index.
  uint64_t label_ends[1024], context_ends[1024];
  struct csieve_endings label_endings, context_endings;
  /// Which letters and digits stand behind one another in labels (`ContextTerms.neighbours`).
  uint64_t neighbours[64];
  /// `CSIEVE_WORD_SLOTS` of them.
  struct csieve_word *words;
};

/// Lists the numbers of a text of which `firsts` tell, but for those at which nothing can begin. The text was
/// marked without a star in it or with `has_stars` set.
void csieve_pass_numbers(
  const uint8_t *text, size_t count, const struct csieve_gates *gates, struct csieve_marks *marks);

/// What labels can end with, for each two bytes (1,024 words), from the same for hashes of them
/// (`LabelEndings.pairs`, 64 words).
void csieve_spread_pairs(const uint64_t *pairs, uint64_t *ends);

/// The slot of a word.
static inline size_t csieve_slot(uint64_t last, uint64_t middle, uint64_t first) {
  const uint64_t mixed =
    last ^ middle * UINT64_C(0xC2B2AE3D27D4EB4F) ^ first * UINT64_C(0x165667B19E3779F9);
  return (size_t)(mixed * UINT64_C(0x9E3779B97F4A7C15) >> 52);
}

#endif
