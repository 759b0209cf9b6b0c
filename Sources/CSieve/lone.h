// Whether something may begin at a number that is one group of digits and a word by itself, which most are: a
// port, an id, a length, a fraction, the beginning of a time stamp or of a hash.

#ifndef CSIEVE_LONE_H
#define CSIEVE_LONE_H

#include "forms.h"

/// Whether some form may begin at the word of digits and letters at `at`, a letter of which stands at `length`.
INLINE int may_be_mixed(
  const struct view *view, size_t digit, const uint8_t *at, uint64_t digits, unsigned length
) {
  if (at[length + 1] == 0xEF) return 1;
  const uint64_t words = bits_from(view->blocks, WORDS, digit);
  if (is(at[length], HEX)) {
    // More than four digits of either sort are no group of an address.
    if ((words & 31) != 31) return 1;
    if (!is(at[1], HEX) || !is(at[2], HEX) || !is(at[3], HEX) || !is(at[4], HEX)) return 1;
  }
  return may_be_word(view->gates, at, words, digits);
}

/// Whether other digits may belong to the group of `length` digits at `at`, behind `before`.
INLINE int may_go_on(const uint8_t *at, unsigned length, uint8_t before) {
  const uint8_t joint = at[length];
  if (is(joint, HIGH) || joint == ':' || (joint == '-' && length <= 2)) return 1;
  unsigned next = length;
  if (is(joint, SEPARATOR)) {
    next++;
    // At most three; a fourth tells the same.
    while (next < length + 4 && is(at[next], SEPARATOR)) next++;
  }
  const int sort = sorts[at[next]];
  if (sort & (DIGIT | HIGH) || (sort & LETTER && at[next + 1] == 0xEF)) return 1;
  return before == '-' && length == 2 && is_group(at - 3);
}

/// `may_begin` for such numbers: 0 where nothing begins, 1 where `may_begin` has to be asked. Every refusal is one
/// that it would come to.
INLINE int lone_may_begin(struct view *view, size_t digit) {
  const struct csieve_gates *gates = view->gates;
  const uint8_t *at = view->text + digit;
  const uint64_t behind = load_word(at - 8);
  if ((behind | at[0]) & UINT64_C(0x8080808080808080)) return 1;
  const uint8_t before = behind >> 56, other = behind >> 48 & 0xFF;
  const int sort = sorts[before];
  if (before == '.') return !is(other, DIGIT);
  if (sort & LETTER || before == ':') return 1;
  const uint64_t digits = bits_from(view->blocks, DIGITS, digit);
  const unsigned length = trailing_ones(digits), first = at[0] - '0';
  if (length > 40) return 1;
  if (before == '\n' && gates->passes_moments && !view->has_stars) {
    // Most lines of a log begin so.
    const struct around number = {
      at, digits, 0, bits_from(view->blocks, SEPARATORS, digit), 0, 0, 0,
    };
    const unsigned moment = moment_end(&number);
    if (moment) {
      view->moment_end = digit + moment;
      return admits(gates, at, first, 4, 1 << 4 | 1 << 6 | 1 << 8 | 1 << 10);
    }
  }
  const uint8_t joint = at[length];
  const int is_fraction = joint == '.';
  if (is_fraction) {
    if (length != 1 || first != 0 || is_quad(at, digits)) return 1;
    if (may_be_pair(at, length, digits)) return 1;
  } else if (is(joint, LETTER)) {
    if (may_be_mixed(view, digit, at, digits, length)) return 1;
  } else if (may_go_on(at, length, before)) {
    return 1;
  }
  if (!is_fraction && gates->lengths[first] >> length & 1) {
    if (admits(gates, at, first, length, UINT64_C(1) << length)) return 1;
    if (gates->lengths_with_label[first] >> length & 1 && !has_no_context(view, digit)) return 1;
  }
  if ((before == '-' || before == ' ') && is(other, LETTER) && gates->most_letters_apart) {
    const struct around number = {
      at, 0, bits_from(view->blocks, WORDS, digit), 0,
      bits_before(view->blocks, DIGITS, digit), bits_before(view->blocks, WORDS, digit), 0,
    };
    if (may_be_apart(gates, &number)) return 1;
  }
  if (view->has_stars
    && (at[3] == '*' || at[6] == '*' || (before == '*' && other == '*'))) return 1;
  // key=12: what most numbers stand behind.
  if ((before == '=' || before == ' ') && is(other, LETTER)) return !ends_no_label(view, digit - 1);
  size_t start = digit;
  if (sort & JOINT) {
    if (is(other, DIGIT)) return 0;
    const unsigned key = leading_ones(bits_before(view->blocks, KEYS, digit));
    if (key >= 40) return 1;
    if (bits_before(view->blocks, DIGITS, digit) >> (64 - key)) return 0;
    if (!ends_no_label(view, digit)) return 1;
    start -= key;
  }
  return !has_no_label_from(view, start);
}

#endif
