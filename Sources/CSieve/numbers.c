// Passes over the numbers at which nothing can begin: times, durations, ports, hashes, fractions. Every refusal
// here is one that Detectors/Finder would come to by the same bits, a hundred instructions later; wherever a
// byte outside ASCII, a word not heard of or an end of the text is near, the number is left to it.

#include "lone.h"

/// Bytes that are there on both sides of a number that is looked at.
enum { ROOM = 96 };

/// Whether something may begin at the number at `digit`, with `ROOM` before and behind it. The order is that of
/// `Finder.tryNumbers`.
INLINE int may_begin(struct view *view, size_t digit) {
  const struct csieve_gates *gates = view->gates;
  const uint8_t *at = view->text + digit;
  const uint8_t before = at[-1];
  const int sort = sorts[before];
  if (!is(at[0], DIGIT) || !all_ascii(at - 8)) return 1;
  const struct around number = {
    at,
    bits_from(view->blocks, DIGITS, digit), bits_from(view->blocks, WORDS, digit),
    bits_from(view->blocks, SEPARATORS, digit), bits_before(view->blocks, DIGITS, digit),
    bits_before(view->blocks, WORDS, digit), bits_before(view->blocks, KEYS, digit),
  };
  const unsigned first = at[0] - '0';
  const unsigned moment =
    gates->passes_moments && !view->has_stars ? moment_end(&number) : 0;
  // Most lines of a log begin so: digits in groups of 4, 2, 2 and 2, and a colon.
  if (moment && before == '\n') {
    view->moment_end = digit + moment;
    return admits(gates, at, first, 4, 1 << 4 | 1 << 6 | 1 << 8 | 1 << 10);
  }
  const int joins = (sort & (LETTER | HEX)) == (LETTER | HEX) || before == '-' || before == '.'
    || before == ':';
  const int continues = is(at[-2], DIGIT) && (joins || (sort & (LETTER | JOINT)));
  int is_hex = -1;
  if (!continues) {
    if (gates->reads_labelled && !has_no_label(view, &number, digit)) return 1;
    if (joins && gates->reads_groups && digit >= view->groups_end) {
      is_hex = may_be_hex_groups(view, &number, digit);
      if (is_hex) return 1;
    }
  }
  if (sort & LETTER) return gates->reads_words && may_be_word_of(gates, &number);
  if ((before == ' ' || before == '-') && is(at[-2], LETTER) && gates->most_letters_apart
    && may_be_apart(gates, &number)) return 1;
  // Behind a decimal point.
  if (before == '.' && !is(at[-2], LETTER)) return 0;
  if (view->has_stars
    && (at[3] == '*' || at[6] == '*' || (before == '*' && at[-2] == '*'))) return 1;
  if (moment && has_no_context(view, digit)) view->moment_end = digit + moment;
  struct shape shape;
  if (!read_shape(&number, &shape)) return 1;
  if (gates->reads_groups) {
    const uint8_t joint = shape.joint;
    const int begins = joint == '.' ? (shape.lengths & 0x1E) != 0
      : joint == '-' ? (shape.lengths & 7) != 0
      : joint == ':' || (sorts[joint] & (LETTER | HEX)) == (LETTER | HEX);
    if (begins) {
      if (joint == '.' && may_be_points(&number, &shape)) return 1;
      if (is_hex < 0 && digit >= view->groups_end && may_be_hex_groups(view, &number, digit)) {
        return 1;
      }
    }
  }
  if (shape.begins_word && gates->reads_words
    && may_be_word(gates, at, number.words, number.digits)) return 1;
  // A fraction: 0.80375857780.
  if (shape.joint == '.' && first == 0 && shape.lengths & 2) return 0;
  if (!(gates->lengths[first] & shape.lengths)) return 0;
  if (admits(gates, at, first, trailing_ones(number.digits), shape.lengths)) return 1;
  return (gates->lengths_with_label[first] & shape.lengths) && !has_no_context(view, digit);
}

typedef int number_gate(struct view *view, size_t digit);

/// Lists the marked numbers at which something may begin; `may_begin` is the function above, apart, since what it
/// needs of the registers would be taken from the loop.
INLINE void pass(
  const uint8_t *text, size_t count, const struct csieve_gates *gates, struct csieve_marks *marks,
  number_gate *may_begin_apart
) {
  struct view view = {text, marks->outlines + 1, gates, 0, 0, marks->has_stars != 0};
  const int reads_all = gates->reads_words && gates->reads_labelled && gates->reads_groups;
  int32_t *out = marks->numbers;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t bits = marks->firsts[base / 64];
    while (bits) {
      const size_t digit = base + (size_t)__builtin_ctzll(bits);
      bits &= bits - 1;
      if (digit < view.moment_end) continue;
      *out = (int32_t)digit;
      out += digit < ROOM || digit + ROOM > count
        || ((!reads_all || lone_may_begin(&view, digit)) && may_begin_apart(&view, digit));
    }
  }
  marks->number_count = (size_t)(out - marks->numbers);
}

#if defined(__x86_64__)
// The same with shifts and counts of one instruction each.
#define BMI2 __attribute__((target("bmi,bmi2,lzcnt,popcnt")))

BMI2 static __attribute__((noinline)) int may_begin_bmi2(struct view *view, size_t digit) {
  return may_begin(view, digit);
}

BMI2 static void pass_bmi2(
  const uint8_t *text, size_t count, const struct csieve_gates *gates, struct csieve_marks *marks
) {
  pass(text, count, gates, marks, may_begin_bmi2);
}
#endif

static __attribute__((noinline)) int may_begin_plain(struct view *view, size_t digit) {
  return may_begin(view, digit);
}

void csieve_pass_numbers(
  const uint8_t *text, size_t count, const struct csieve_gates *gates, struct csieve_marks *marks
) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt")) {
    pass_bmi2(text, count, gates, marks);
    return;
  }
#endif
  pass(text, count, gates, marks, may_begin_plain);
}

void csieve_spread_pairs(const uint64_t *pairs, uint64_t *ends) {
  memset(ends, 0xFF, 1024 * sizeof *ends);
  for (unsigned last = 'A'; last <= 'z'; last++) {
    const unsigned lower = last | 0x20;
    if (!is((uint8_t)last, LETTER) || pairs[lower >> 6] >> (lower & 63) & 1) continue;
    for (unsigned other = 0; other < 128; other++) {
      // What `LabelEndings.mayEnd` begins with.
      if (is((uint8_t)other, JOINT) || other == ' ') continue;
      const unsigned previous = is((uint8_t)other, LETTER) ? other | 0x20 : other;
      const unsigned pair = (previous * 31 + lower) & 4095;
      if (pairs[pair >> 6] >> (pair & 63) & 1) continue;
      ends[other << 2 | last >> 6] &= ~(UINT64_C(1) << (last & 63));
    }
  }
}
