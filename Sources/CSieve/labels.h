// Whether a label may stand before a number: told from the last two bytes of the word before it, and from what is
// remembered of the word.

#ifndef CSIEVE_LABELS_H
#define CSIEVE_LABELS_H

#include "endings.h"

/// Bytes between a label and its value that are walked over.
enum { BETWEEN = 16 };

/// A text, and what has been told of it so far.
struct view {
  const uint8_t *text;
  /// The block that the text begins with.
  const struct csieve_outline *blocks;
  const struct csieve_gates *gates;
  /// Where the token of groups ends that was told last.
  size_t groups_end;
  /// Where the time stamp ends that was told last, whose numbers are passed over.
  size_t moment_end;
  int has_stars;
};

/// The bits of the bytes around a number: 64 from its first digit, and 64 before it.
struct around {
  const uint8_t *at;
  uint64_t digits, words, separators;
  uint64_t digits_before, words_before, keys_before;
};

/// The place of a letter or digit in `csieve_gates.neighbours`.
INLINE unsigned place(uint8_t byte) { return byte & 0x40 ? byte & 0x1F : (byte & 0x0F) | 0x20; }

/// Whether what is remembered of a word holds behind the bytes before the blank before it, the last of them at
/// `joined` (`EndingMemo.standsAlone`).
INLINE int stands_alone(const struct view *view, uint64_t signs, const uint8_t *joined) {
  if (!(signs & CSIEVE_BLANK_BEFORE)) return 1;
  if (!(signs >> CSIEVE_LETTERS) && !(signs & CSIEVE_BEHIND_DIGIT)) return 1;
  const uint8_t last = joined[0], other = joined[-1];
  if (is(last, DIGIT)) return !(signs & CSIEVE_BEHIND_DIGIT);
  if (!is(last, LETTER)) return !is(last, JOINT);
  if (!(signs >> CSIEVE_LETTERS >> ((last | 0x20) - 'a') & 1)) return 1;
  return is(other, LETTER | DIGIT) && !(view->gates->neighbours[place(other)] >> place(last) & 1);
}

/// Says of a word that the finder is to be asked, which then remembers it.
static const uint64_t not_asked = UINT64_C(1) << 63;

/// What is remembered of the word that ends at `end`; 0 where nothing can be that holds there.
INLINE uint64_t recall(const struct view *view, size_t end) {
  const uint64_t keys = bits_before(view->blocks, KEYS, end);
  const unsigned length = leading_ones(keys);
  if (length - 1 >= LONGEST_WORD) return 0;
  if (!is(view->text[end - 1], LETTER)) {
    const uint64_t letters =
      bits_before(view->blocks, WORDS, end) & ~bits_before(view->blocks, DIGITS, end);
    if (letters >> (64 - length) == 0) return 0;
  }
  const uint8_t *before = view->text + end - length - 1;
  if (is(*before, HIGH)) return 0;
  uint64_t last = load_word(view->text + end - 8), middle = 0, first = 0;
  if (length <= 8) {
    last >>= 64 - 8 * length;
  } else {
    middle = load_word(view->text + end - 16);
    if (length <= 16) {
      middle >>= 128 - 8 * length;
    } else {
      first = load_word(view->text + end - 24) >> (192 - 8 * length);
    }
  }
  struct csieve_word *known = &view->gates->words[csieve_slot(last, middle, first)];
  const uint64_t signs = CSIEVE_TAKEN | (*before == ' ' ? CSIEVE_BLANK_BEFORE : 0);
  if (known->last != last || known->middle != middle || known->first != first
    || (known->signs & (CSIEVE_TAKEN | CSIEVE_BLANK_BEFORE)) != signs) {
    const uint64_t learnt = learn(view->gates, before + 1, length, signs);
    if (!learnt) return not_asked;
    *known = (struct csieve_word){last, middle, first, learnt};
  }
  return stands_alone(view, known->signs, before - 1) ? known->signs : 0;
}

/// Whether the last two bytes of the word that ends at `end` are those of no label.
INLINE int ends_like_none(const struct view *view, const uint64_t *ends, size_t end) {
  const unsigned pair = view->text[end - 1] | (unsigned)view->text[end - 2] << 8;
  return !(ends[pair >> 6] >> (pair & 63) & 1);
}

/// Whether it is known that no label of data without a look of their own ends at `end`.
INLINE int ends_no_label(const struct view *view, size_t end) {
  if (ends_like_none(view, view->gates->label_ends, end)) return 1;
  const uint64_t signs = recall(view, end);
  if (signs == not_asked) return 0;
  return signs ? !(signs & CSIEVE_LABEL) : !may_end(&view->gates->label_endings, view->text, end);
}

/// The same of labels that other forms need.
INLINE int ends_no_context(const struct view *view, size_t end) {
  if (ends_like_none(view, view->gates->context_ends, end)) return 1;
  const uint64_t signs = recall(view, end);
  if (signs == not_asked) return 0;
  return signs ? !(signs & CSIEVE_CONTEXT) : !may_end(&view->gates->context_endings, view->text, end);
}

/// Whether it is known that no such label stands before `start`, where a word begins.
INLINE int has_no_label_from(const struct view *view, size_t start) {
  for (size_t i = start; start - i < BETWEEN; i--) {
    const uint8_t byte = view->text[i - 1];
    if (is(byte, WORD)) {
      // 12:34 is a time, 1.25 a fraction.
      if (is(byte, DIGIT) && (is(view->text[i - 2], DIGIT) || view->text[i] == '.')) return 1;
      return ends_no_label(view, i);
    }
    if (is(byte, HIGH)) return 0;
    if (byte == '\n' || byte == '\r' || byte == ';') return 1;
  }
  return 0;
}

/// Whether it is known that no such label stands before the word that the number at `digit` is the first of
/// (Finder+Labelled.swift, `tryLabelled`).
INLINE int has_no_label(const struct view *view, const struct around *number, size_t digit) {
  const unsigned length = leading_ones(number->keys_before);
  if (length >= 40) return 0;
  if (length > 0) {
    if (number->digits_before >> (64 - length)) return 1;
    // QQ12345678: the label is glued to the number.
    if (!ends_no_label(view, digit)) return 0;
  }
  return has_no_label_from(view, digit - length);
}

/// Whether it is known that no label stands before the number that some form needs (`mayHaveContext`).
INLINE int has_no_context(const struct view *view, size_t digit) {
  for (size_t i = digit; digit - i < BETWEEN; i--) {
    const uint8_t byte = view->text[i - 1];
    if (is(byte, HIGH)) return 0;
    if (is(byte, WORD) && byte != '-') {
      return ends_no_context(view, i);
    }
    if (byte == '\n' || byte == '\r') return 1;
    if (byte == ',' || byte == ';' || (byte == '(' && i < digit)) return 0;
  }
  return 0;
}

#endif
