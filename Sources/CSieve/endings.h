// Whether a term may end at a place in a text: what is asked of words of which nothing is remembered
// (Detectors/LabelEndings.swift, `mayEnd`).

#ifndef CSIEVE_ENDINGS_H
#define CSIEVE_ENDINGS_H

#include "sorts.h"

/// A longer word is not remembered.
enum { LONGEST_WORD = 24 };

INLINE int has_bit(const uint64_t *bits, unsigned bit) { return bits[bit >> 6] >> (bit & 63) & 1; }

INLINE uint8_t lower(uint8_t byte) { return (uint8_t)(byte - 'A') < 26 ? byte | 0x20 : byte; }

INLINE int is_joint(uint8_t byte) { return byte == '_' || byte == '-' || byte == ' '; }

/// Whether some term ends with two bytes, the first of them 0 where only the second counts.
INLINE int ends_pair(const struct csieve_endings *endings, uint8_t other, uint8_t last) {
  return has_bit(endings->pairs, (other * 31u + last) & 4095);
}

/// Whether some run of whole words that ends at `end` is a name.
INLINE int may_end_word(const struct csieve_endings *endings, const uint8_t *text, size_t end) {
  enum { REACH = 40 };
  uint64_t hash = UINT64_C(0xCBF29CE484222325);
  for (size_t i = end; i > 0 && end - i < REACH;) {
    const uint8_t byte = text[--i];
    if (is(byte, HIGH)) return 1;
    if (is_joint(byte)) {
      if (byte != ' ') continue;
      const uint64_t *bits =
        i > 0 && is(text[i - 1], DIGIT) ? endings->last_words_behind_digit : endings->last_words;
      if (!(bits[hash & 1023] >> (hash >> 10 & 63) & 1)) return 0;
      continue;
    }
    if (!is(byte, LETTER) && !(is(byte, DIGIT) && endings->has_inner_digits)) return 0;
    hash = (hash ^ lower(byte)) * UINT64_C(0x100000001B3);
    const int is_start = i == 0 || !is(text[i - 1], LETTER) || (uint8_t)(byte - 'A') < 26;
    if (is_start && endings->names[hash & 511] >> (hash >> 9 & 63) & 1) return 1;
  }
  return 0;
}

/// Whether a term may end at `end`; 1 wherever bytes outside ASCII are near.
static __attribute__((noinline)) int may_end(
  const struct csieve_endings *endings, const uint8_t *text, size_t end
) {
  size_t i = end;
  while (i > 0 && end - i < 6 && (is(text[i - 1], DIGIT) || is_joint(text[i - 1]))) i--;
  if (i == 0) return 0;
  const uint8_t last = lower(text[i - 1]);
  if (is(last, HIGH)) return 1;
  size_t k = i - 1;
  while (k > 0 && i - k < 3 && is_joint(text[k - 1])) k--;
  const uint8_t other = k > 0 ? lower(text[k - 1]) : 0;
  if (!ends_pair(endings, other, last) && !ends_pair(endings, 0, last)) return 0;
  return may_end_word(endings, text, i);
}

/// What is to be remembered of a word (`EndingMemo.ask`), for a slot of the memory that another has; 0 where a label
/// may end with it or longer ones may go on behind a letter, which is left to the finder.
static __attribute__((noinline)) uint64_t learn(
  const struct csieve_gates *gates, const uint8_t *word, size_t length, uint64_t signs
) {
  uint8_t alone[LONGEST_WORD + 1] = {'\n'};
  memcpy(alone + 1, word, length);
  const struct csieve_endings *labels = &gates->label_endings, *contexts = &gates->context_endings;
  if (may_end(labels, alone, length + 1)) return 0;
  if (may_end(contexts, alone, length + 1)) signs |= CSIEVE_CONTEXT;
  uint64_t hash = UINT64_C(0xCBF29CE484222325);
  int is_numbering = 1;
  for (size_t i = length; i > 0; i--) {
    const uint8_t byte = alone[i];
    if (is_joint(byte)) continue;
    is_numbering &= is(byte, DIGIT);
    if (!is_numbering) hash = (hash ^ lower(byte)) * UINT64_C(0x100000001B3);
  }
  const unsigned place = hash & 1023, bit = hash >> 10 & 63;
  if ((labels->last_words[place] | contexts->last_words[place]) >> bit & 1) return 0;
  const uint64_t behind_digit =
    labels->last_words_behind_digit[place] | contexts->last_words_behind_digit[place];
  return behind_digit >> bit & 1 ? signs | CSIEVE_BEHIND_DIGIT : signs;
}

#endif
