// What the forms of a rule set ask of a number and of the word around it, told from their bits.

#ifndef CSIEVE_FORMS_H
#define CSIEVE_FORMS_H

#include "labels.h"

struct shape {
  uint64_t lengths;
  uint8_t joint;
  int begins_word;
};

/// 0-9 and A-Z without regard to case, of a letter or digit.
INLINE unsigned first_index(uint8_t byte) {
  return byte <= '9' ? byte - '0' : (byte | 0x20u) - 'a' + 10;
}

/// Whether the eight bytes at `bytes` are ASCII.
INLINE int all_ascii(const uint8_t *bytes) {
  return (load_word(bytes) & UINT64_C(0x8080808080808080)) == 0;
}

/// Whether a time (12:34:56) that is no part of more groups begins at `start` (`GroupedNumber.isTime`).
INLINE int is_time(const uint8_t *text, size_t start) {
  const uint8_t *at = text + start;
  if (at[2] != ':' || at[5] != ':' || at[3] == ':' || at[4] == ':' || at[6] == ':') return 0;
  return at[7] != ':' && at[8] != ':' && !is(at[8], HEX | HIGH) && at[-1] != ':' && !is(at[-1], HEX);
}

/// Whether two hexadecimal digits stand at `at`, and no third behind or before them.
INLINE int is_group(const uint8_t *at) {
  return is(at[0], HEX) && is(at[1], HEX) && !is(at[-1], DIGIT | LETTER) && !is(at[2], DIGIT | LETTER);
}

/// Whether as many groups of hexadecimal digits are joined by colons to the one at `start` as an address has
/// (`GroupedNumber.token`).
INLINE int may_be_colons(const uint8_t *start, const uint8_t *end) {
  const uint8_t *first = start, *last = end;
  int colons = 0, is_double = 0;
  for (; start - first < 48 && is(first[-1], HEX | COLON); first--) {
    colons += first[-1] == ':';
    is_double |= first[-1] == ':' && first[0] == ':';
  }
  for (; last - end < 48 && is(*last, HEX | COLON); last++) {
    colons += *last == ':';
    is_double |= *last == ':' && last[-1] == ':';
  }
  return colons >= 5 || is_double || is(first[-1], HIGH) || is(*last, HIGH);
}

/// Whether the hexadecimal digits around `at` are joined to others like them, or may be in full-width characters
/// (`GroupedNumber.hexGroups`).
INLINE int may_be_joined(const uint8_t *at) {
  const uint8_t *start = at, *end = at + 1;
  while (at - start < 4 && is(start[-1], HEX)) start--;
  while (end - start <= 4 && is(*end, HEX)) end++;
  if (end - start > 4) return 0;
  const uint8_t left = start[-1], right = *end;
  if (is(left, HIGH) || is(right, HIGH)) return 1;
  if (right == ':') return may_be_colons(start, end);
  const uint8_t joint = end - start == 2 ? '-' : end - start == 4 ? '.' : 0;
  if (joint && (left == joint || right == joint)) return 1;
  return left == ':' && may_be_colons(start, end);
}

/// Whether groups of hexadecimal digits may stand around `digit` (`Finder.tryHexGroups`).
INLINE int may_be_hex_groups(struct view *view, const struct around *number, size_t digit) {
  const uint8_t *at = number->at;
  const uint64_t digits = number->digits;
  const unsigned length = trailing_ones(number->words);
  if (length > 4) {
    if ((digits & 31) == 31) return 0;
    if (is(at[1], HEX) && is(at[2], HEX) && is(at[3], HEX) && is(at[4], HEX)) return 0;
  } else if (length == trailing_ones(digits)) {
    const uint8_t left = at[-1], right = at[length];
    if (!is(left, HIGH | HEX) && !is(right, HIGH) && left != ':' && right != ':') {
      if (length == 2) {
        if (!(left == '-' && is_group(at - 3)) && !(right == '-' && is_group(at + 3))) return 0;
      } else if (length != 4 || (left != '.' && right != '.')) {
        return 0;
      }
    }
  }
  if (!is_time(view->text, digit)) return may_be_joined(at);
  view->groups_end = digit + 8;
  return 0;
}

/// Whether four groups of one to three digits, with full stops between them, begin at `at`
/// (`GroupedNumber.isQuad`).
INLINE int is_quad(const uint8_t *at, uint64_t digits) {
  for (int group = 0; group < 3; group++) {
    const unsigned length = trailing_ones(digits);
    if (length - 1 >= 3 || at[length] != '.') return 0;
    at += length + 1;
    digits >>= length + 1;
  }
  return (digits & 1) != 0;
}

/// Whether the fraction at `at`, whose point stands behind `whole` digits, may be the first of two
/// (`GroupedNumber.isLoneFraction`).
INLINE int may_be_pair(const uint8_t *at, unsigned whole, uint64_t digits) {
  const unsigned next = whole + 1 + trailing_ones(digits >> (whole + 1));
  if (next > 48 || is(at[next], HIGH)) return 1;
  // 0.80A８: what follows may be full-width.
  if (is(at[next], LETTER) && at[next + 1] == 0xEF) return 1;
  if (next < whole + 1 + 4) return 0;
  unsigned i = next;
  while (i < next + BETWEEN && (at[i] == ' ' || at[i] == ',' || at[i] == ';')) i++;
  if (i > next && (at[i] == '-' || at[i] == '+')) i++;
  return i >= next + BETWEEN || is(at[i], DIGIT | HIGH);
}

/// Whether four groups of digits with full stops, or two decimal fractions, may begin at a number.
INLINE int may_be_points(const struct around *number, const struct shape *shape) {
  const unsigned whole = trailing_ones(number->digits);
  if (whole > 3) return 0;
  if (shape->lengths & 0x1FF0 && is_quad(number->at, number->digits)) return 1;
  return may_be_pair(number->at, whole, number->digits);
}

/// Whether some form may begin at the word at `start`, all of ASCII (`Finder.tryWord`).
INLINE int may_be_word(
  const struct csieve_gates *gates, const uint8_t *start, uint64_t words, uint64_t digits
) {
  const unsigned first = first_index(start[0]);
  const uint64_t lengths = gates->word_lengths[first];
  const unsigned length = trailing_ones(words);
  if (length > 63 || lengths >> length == 0) return 0;
  if (is(start[length], HIGH)) return 1;
  if (!(lengths >> length & 1)) return 0;
  digits &= (UINT64_C(1) << length) - 1;
  const unsigned count = (unsigned)__builtin_popcountll(digits);
  if (count == 0 || count == length) return 0;
  const unsigned letters = (unsigned)__builtin_ctzll(digits);
  return (gates->word_digits[first] >> count & gates->word_letters[first] >> letters & 1) != 0;
}

/// The same of the word whose first digit stands behind a letter.
INLINE int may_be_word_of(
  const struct csieve_gates *gates, const struct around *number
) {
  const unsigned count = leading_ones(number->words_before & ~number->digits_before);
  if (count >= 40) return 1;
  const uint8_t *start = number->at - count;
  if (!all_ascii(start - 8)) return 1;
  if (is(start[-1], DIGIT)) return 0;
  // `count` is not 0: a letter stands before the digit.
  return may_be_word(
    gates, start, number->words_before >> (64 - count) | number->words << count,
    number->digits << count);
}

/// The same of the word whose first letters stand before the blank or hyphen before the number.
INLINE int may_be_apart(const struct csieve_gates *gates, const struct around *number) {
  const unsigned count = leading_ones((number->words_before & ~number->digits_before) << 1);
  if (count == 0 || count > (unsigned)gates->most_letters_apart) return 0;
  const uint8_t *start = number->at - 1 - count;
  if (is(start[-1], HIGH)) return 1;
  if (is(start[-1], DIGIT)) return 0;
  const unsigned rest = trailing_ones(number->words);
  if (is(number->at[rest & 63], HIGH)) return 1;
  return rest + count < 64 && gates->apart_lengths[first_index(start[0])] >> (rest + count) & 1;
}

/// Reads a number (NumberShape.swift); 0 where it may be other than of ASCII, or is too long.
INLINE int read_shape(const struct around *number, struct shape *shape) {
  const uint8_t *at = number->at;
  const uint64_t digits = number->digits, separators = number->separators;
  unsigned group = trailing_ones(digits), end = group, count = group;
  if (group > 40) return 0;
  shape->joint = at[end];
  shape->begins_word = is(at[end], LETTER);
  shape->lengths = UINT64_C(1) << count;
  for (;;) {
    if (end >= 56) return 0;
    const unsigned width = trailing_ones(separators >> end), next = end + width;
    if (next >= 56) return 0;
    group = width == 0 || width > 3 ? 0 : trailing_ones(digits >> next);
    if (group == 0) {
      if (width > 3) return 1;
      return !is(at[next], HIGH) && !(is(at[next], LETTER) && at[next + 1] == 0xEF);
    }
    end = next + group;
    count += group;
    if (count > 40) {
      shape->lengths |= UINT64_C(1) << 41;
      return 1;
    }
    shape->lengths |= UINT64_C(1) << count;
  }
}

/// Where the numbers end of the time stamp that begins with a number (TimeStamp.swift), from it; 0 where none
/// does.
INLINE unsigned moment_end(const struct around *number) {
  const uint64_t digits = number->digits;
  if ((digits & 0x7FFFF) != 0x6DB6F) return 0;
  const uint8_t *at = number->at;
  if (at[13] != ':' || at[16] != ':' || at[4] != '-' || at[7] != '-') return 0;
  if (at[10] != ' ' && at[10] != 'T') return 0;
  unsigned end = 19;
  if (at[19] == '.' && (digits >> 20 & 15) == 7) end += 4;
  const uint8_t after = at[end];
  if (is(after, HIGH) || after == ':') return 0;
  if (is(after, LETTER)) {
    const uint8_t behind = at[end + 1];
    return after == 'Z' && !is(behind, HIGH | WORD) && behind != ':' ? end : 0;
  }
  const unsigned next = end + trailing_ones(number->separators >> end);
  const int is_last =
    after != '.' && next < 48 && !is(at[next], HIGH) && !(digits >> next & 1);
  return is_last ? end : 17;
}

/// Whether the number at `at` may begin with one of the openings.
INLINE int may_open(const struct csieve_gates *gates, const uint8_t *at) {
  unsigned value = 0;
  for (int i = 0; i < 4; i++) {
    const unsigned digit = at[i] - '0';
    if (digit > 9) return 1;
    value = value * 10 + digit;
  }
  return gates->openings[value >> 6] >> (value & 63) & 1;
}

/// Whether some form that needs no label may begin at a number of `lengths` whose first group has `group` digits.
INLINE int admits(
  const struct csieve_gates *gates, const uint8_t *at, unsigned first, unsigned group,
  uint64_t lengths
) {
  if (group >= CSIEVE_GROUPS) group = CSIEVE_GROUPS - 1;
  uint64_t admitted = gates->lengths_without_label[first][group];
  if (gates->preceders >> (at[-1] & 63) & 1) admitted |= gates->lengths_preceded[first][group];
  if (admitted & lengths) return 1;
  return (gates->lengths_opened[first][group] & lengths) != 0 && may_open(gates, at);
}

#endif
