#include "handlers.h"

#include <stdlib.h>
#include <string.h>

static bool is_digit(uint8_t byte) { return byte >= '0' && byte <= '9'; }
static bool is_word(uint8_t byte) { return is_digit(byte) || ((byte | 32) >= 'a' && (byte | 32) <= 'z'); }
static bool is_hexadecimal(uint8_t byte) { return is_digit(byte) || ((byte | 32) >= 'a' && (byte | 32) <= 'f'); }

static size_t skip(const uint8_t *text, size_t at, const char *characters) {
  while (text[at] && strchr(characters, text[at])) at++;
  return at;
}

static bool is_text(const uint8_t *text, const char *expected) {
  return !strncmp((const char *)text, expected, strlen(expected));
}

static char *put(char *at, uint64_t number, char end) {
  char digits[20];
  int count = 0;
  do digits[count++] = (char)('0' + number % 10);
  while (number /= 10);
  while (count) *at++ = digits[--count];
  *at++ = end;
  return at;
}

static void report(struct scan *scan, enum type type, size_t from, size_t to) {
  if (from < scan->own_from || from >= scan->own_to || from < scan->last_end[type]) return;
  scan->last_end[type] = to;
  scan->counts[type]++;
  if (!scan->lines) return;
  if (scan->lines_capacity - scan->lines_length < 80) {
    scan->lines_capacity *= 2;
    scan->lines = realloc(scan->lines, scan->lines_capacity);
    if (!scan->lines) abort();
  }
  char *at = scan->lines + scan->lines_length;
  at = put(put(put(at, scan->base + from, ' '), to - from, ' '), type, '\n');
  scan->lines_length = (size_t)(at - scan->lines);
}

// First byte of the run of letters and digits that ends before `to`, no more than 48 back.
static size_t word_start(const struct scan *scan, size_t to) {
  size_t at = to;
  while (at > 0 && to - at < 48 && is_word(scan->text[at - 1])) at--;
  return at;
}

static void mobile(struct scan *scan, const uint8_t *digits, size_t from, size_t end) {
  if (digits[0] == '1' && digits[1] >= '3' && is_mobile(scan->facts, digits)) report(scan, mobile_phone, from, end);
}

// A run of digits, the last one perhaps an X: the length and the checks tell the type.
static void number(struct scan *scan, size_t from, size_t end) {
  const uint8_t *text = scan->text + from;
  const struct facts *facts = scan->facts;
  unsigned length = (unsigned)(end - from);
  bool has_x = (text[length - 1] | 32) == 'x';
  if (length == 18 && text[0] != '0') {
    if (is_resident(facts, text)) return report(scan, resident_id, from, end);
    if (is_foreigner(facts, text)) return report(scan, foreigner_id, from, end);
    if (!has_x && is_social_credit(facts, text)) return report(scan, uscc, from, end);
  }
  if (has_x) return;
  if (text[0] == '0' && length >= 10 && length <= 12) {
    if (is_landline(facts, text, length)) report(scan, landline_phone, from, end);
    return;
  }
  if (length == 11) return mobile(scan, text, from, end);
  if (length == 13 && text[0] == '8' && text[1] == '6') return mobile(scan, text + 2, from, end);
  if (length == 15) {
    if (is_resident15(facts, text)) return report(scan, resident_id, from, end);
    if (!memcmp(text, "460", 3) && facts->is_network[(text[3] - '0') * 10 + text[4] - '0'])
      return report(scan, imsi, from, end);
    if (facts->is_reporting_body[(text[0] - '0') * 10 + text[1] - '0'] && is_luhn(text, 15))
      return report(scan, imei, from, end);
  }
  if (length >= 19 && !memcmp(text, "8986", 4) && is_luhn(text, length)) return report(scan, iccid, from, end);
  if (length == 16 && !memcmp(text, "2088", 4)) return report(scan, alipay_id, from, end);
  if (length >= 13 && length <= 19 && is_card(facts, text, length)) report(scan, bank_card, from, end);
}

// A word with capital letters: which of them are letters is a bit a place, from the left.
static void lettered(struct scan *scan, size_t from, size_t end, uint32_t letters) {
  const uint8_t *text = scan->text + from;
  const struct facts *facts = scan->facts;
  switch (end - from) {
  case 9:
    if ((text[0] == 'E' && letters <= 3) || (text[0] == 'G' && letters == 1)) report(scan, passport, from, end);
    break;
  case 10:
    if (letters == 1 && strchr("1289", text[1]) && is_taiwan(text)) report(scan, taiwan_id, from, end);
    break;
  case 15:
    if (letters == 7 && facts->is_country_name[(text[0] - 'A') * 676 + (text[1] - 'A') * 26 + text[2] - 'A']
        && facts->is_province[(text[3] - '0') * 10 + text[4] - '0'])
      report(scan, foreigner_id, from, end);
    break;
  case 17:
    if (!(letters >> 13) && is_vin(text)) report(scan, vin, from, end);
    break;
  case 18:
    if (!(letters & 0xFE) && is_social_credit(facts, text)) report(scan, uscc, from, end);
    break;
  case 19:
    if ((letters & 0x3FFFF) == 1 && (text[0] == 'G' || text[0] == 'J') && is_resident(facts, text + 1))
      report(scan, student_number, from, end);
    break;
  }
}

// Eight digits and capital letters behind an edge: the whole word decides.
void word(struct scan *scan, const struct pattern *pattern, size_t to) {
  (void)pattern;
  const uint8_t *text = scan->text;
  size_t from = to - 8, end = from;
  uint32_t letters = 0;
  for (; end - from < 21; end++) {
    if (is_digit(text[end])) continue;
    if (text[end] < 'A' || text[end] > 'Z') break;
    letters |= 1u << (end - from);
  }
  bool has_x = end - from == 17 && (text[end] | 32) == 'x' && !letters;
  end += has_x;
  if (end - from > 20 || is_word(text[end])) return;
  if (!letters || letters == 1u << 17) number(scan, from, end);
  else lettered(scan, from, end, letters);
}

// Numbers in groups: over digits and separators to both sides, then as if they stood together.
void grouped(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to, end = to;
  while (from > 0 && to - from < 20 && (is_digit(text[from - 1]) || strchr(" -", text[from - 1]))) from--;
  while (end < scan->length && end - to < 12
         && (is_digit(text[end]) || ((text[end] == ' ' || text[end] == '-') && is_digit(text[end + 1]))))
    end++;
  while (from < end && !is_digit(text[from])) from++;
  if (pattern->type == resident_id && (text[end] | 32) == 'x') end++;
  if (is_word(text[end]) || (from > 0 && is_word(text[from - 1]))) return;
  struct word word = word_of(text + from, end - from);
  const struct facts *facts = scan->facts;
  if (word.length == 18 && word.text[0] != '0' && is_resident(facts, word.text)) report(scan, resident_id, from, end);
  else if (word.length == 11 && word.text[0] == '1') mobile(scan, word.text, from, end);
  else if (word.length >= 16 && word.length <= 19 && is_card(facts, word.text, word.length))
    report(scan, bank_card, from, end);
}

// An area code, a separator and seven digits; where there are eight, the last one too.
void landline(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to - 7, end = to + is_digit(text[to]);
  while (!is_digit(text[from - 1])) from--;
  while (from > 0 && is_digit(text[from - 1])) from--;
  if (from > 0 && text[from - 1] == '(') from--;
  struct word word = word_of(text + from, end - from);
  if (!is_word(text[end]) && is_landline(scan->facts, word.text, word.length)) report(scan, pattern->type, from, end);
}

void hong_kong(struct scan *scan, const struct pattern *pattern, size_t to) {
  size_t from = to;
  while (scan->text[from] != '(') from--;
  if (from > 0 && scan->text[from - 1] == ' ') from--;
  from = word_start(scan, from);
  struct word word = word_of(scan->text + from, to - from);
  if ((word.length == 8 || word.length == 9) && is_hong_kong(word.text, word.length))
    report(scan, pattern->type, from, to);
}

static bool is_local(uint8_t byte) { return is_word(byte) || (byte && strchr("._%+-", byte)); }

void mail(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t at = to - 2, from = at, end = at + 1, dot = 0;
  while (from > 0 && at - from < 64 && is_local(text[from - 1])) from--;
  while (from < at && !is_word(text[from])) from++;
  while (end < scan->length && end - at < 255 && (is_word(text[end]) || text[end] == '-' || text[end] == '.'))
    end++;
  while (end > at && !is_word(text[end - 1])) end--;
  for (size_t i = end; i-- > at;) {
    if (text[i] == '.') {
      dot = i;
      break;
    }
  }
  if (from < at && dot > at + 1 && text[end] != '@'
      && facts_is_top_level(scan->facts, text + dot + 1, end - dot - 1))
    report(scan, pattern->type, from, end);
}

void four_octets(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to, end = to;
  while (from > 0 && to - from < 16 && (is_digit(text[from - 1]) || text[from - 1] == '.')) from--;
  while (is_digit(text[end]) && end < scan->length) end++;
  if (from > 0 && (is_word(text[from - 1]) || strchr("._-/", text[from - 1]))) return;
  if (is_word(text[end]) || text[end] == '_') return;
  if ((text[end] == '.' || text[end] == '-' || text[end] == '/') && is_word(text[end + 1])) return;
  unsigned octets = 0, value = 0, digits = 0, first = 0;
  for (size_t i = from; i <= end; i++) {
    if (i < end && text[i] != '.') {
      value = value * 10 + text[i] - '0';
      digits++;
    } else {
      if (digits < 1 || digits > 3 || value > 255) return;
      if (octets++ == 0) first = value;
      value = digits = 0;
    }
  }
  if (octets == 4 && first != 0 && first != 127 && first < 224) report(scan, pattern->type, from, end);
}

// IPv6 and MAC: to the left and right over hexadecimal digits and separators, then counted.
void hexadecimal_groups(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to, end = to;
  bool is_mac = pattern->type == mac_address;
  while (from > 0 && to - from < 46
         && (is_hexadecimal(text[from - 1]) || text[from - 1] == ':' || (is_mac && text[from - 1] == '-')))
    from--;
  while (end < scan->length && (is_hexadecimal(text[end]) || text[end] == ':')) end++;
  if (from > 0 && (is_word(text[from - 1]) || text[from - 1] == '_')) return;
  if (is_word(text[end]) || text[end] == '_') return;
  unsigned groups = 0, digits = 0, pairs = 0, gaps = 0, numerals = 0;
  for (size_t i = from; i <= end; i++) {
    if (i < end && is_hexadecimal(text[i])) {
      digits++;
      numerals += is_digit(text[i]);
      continue;
    }
    if (digits > 4) return;
    groups += digits > 0;
    pairs += digits == 2;
    if (i < end && i + 1 < end && text[i] == ':' && text[i + 1] == ':') gaps++;
    digits = 0;
  }
  if (!numerals) return;
  bool holds = is_mac ? groups == 6 && pairs == 6 && !gaps && end - from == 17
                      : (groups == 8 && !gaps) || (groups >= 2 && groups < 8 && gaps == 1);
  if (holds) report(scan, pattern->type, from, end);
}

static size_t character_start(const uint8_t *text, size_t at) {
  do at--;
  while (at > 0 && (text[at] & 0xC0) == 0x80);
  return at;
}

static bool is_one_of(const uint8_t *character, const char *characters) {
  for (; *characters; characters += 3) {
    if (!memcmp(character, characters, 3)) return true;
  }
  return false;
}

// A number and its unit: leftwards to what ends like a road, an estate or a part of one, on over Chinese characters
// and digits, rightwards over further parts.
void place(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  if (to <= scan->last_end[pattern->type]) return;
  size_t from = to - (is_text(text + to - 3, "元") ? 6 : 3), end = to, characters = 0;
  while (from > 3 && (is_digit(text[from - 1]) || text[from - 1] == '-')) from--;
  if (to - from > 12 || from <= 3 || !is_one_of(text + from - 3, "路街道巷弄村里苑园区城庄寓厦镇乡屯楼幢栋")) return;
  while (from > 3 && characters < 40) {
    size_t start = character_start(text, from);
    bool is_chinese = text[start] >= 0xE4 && text[start] <= 0xE9;
    if (!is_chinese && !is_digit(text[start])) break;
    from = start;
    characters++;
  }
  if (is_text(text + end, "楼")) end += 3;
  for (;;) {
    size_t at = end;
    while (is_word(text[at]) && at - end < 6) at++;
    if (at == end || at + 3 > scan->length || !is_one_of(text + at, "号弄栋幢座室层楼单组村")) break;
    end = at + 3;
    if (is_text(text + end, "元") || is_text(text + end, "楼")) end += 3;
  }
  if (characters >= 4) report(scan, pattern->type, from, end);
}

// A decimal fraction of four places: two of them beside each other, and both angles of a place near China.
void pair(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to - 5, end = to;
  while (from > 0 && to - from < 8 && is_digit(text[from - 1])) from--;
  if (from > 0 && (is_word(text[from - 1]) || text[from - 1] == '.')) return;
  while (end < scan->length && end - from < 20 && is_digit(text[end])) end++;
  if (!strchr(",; ", text[end])) return;
  double first = strtod((const char *)text + from, NULL);
  if (first < 3 || first > 136) return;
  end = skip(text, end, ",; ");
  char *rest;
  double second = strtod((const char *)text + end, &rest);
  bool is_east = first >= 73 && second >= 3 && second <= 54;
  bool is_north = second >= 73 && second <= 136 && first <= 54;
  if (is_east || is_north) report(scan, pattern->type, from, (size_t)(rest - (const char *)text));
}

#define PROVINCES "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

// A character and a capital letter: is it a province, and do five or six letters and digits follow?
void plate(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  if (to < 5) return;
  size_t from = to - 5, at = to - 1, count = 0;
  if (!is_one_of(text + from, PROVINCES)) return;
  if (is_text(text + at, "·")) at += 2;
  else if (strchr(" .-", text[at])) at++;
  unsigned digits = 0;
  for (; count < 7 && (is_digit(text[at + count]) || (text[at + count] >= 'A' && text[at + count] <= 'Z')); count++)
    digits += is_digit(text[at + count]);
  if ((count == 5 || count == 6) && digits >= 2 && !is_word(text[at + count]))
    report(scan, pattern->type, from, at + count);
}

void police(struct scan *scan, const struct pattern *pattern, size_t to) {
  if (is_one_of(scan->text + to - 8, PROVINCES)) report(scan, pattern->type, to - 10, to);
}

// Behind a label: quotes, a colon or equals sign, a value. Of 卡号码 and the like the end may stand there too.
void labelled(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t at = to, label = strlen(pattern->expression);
  if (text[to - 1] < 0x80 && to > label && (is_word(text[to - label - 1]) || is_word(text[to]))) return;
  if (is_text(text + at, "号")) at += 3;
  if (is_text(text + at, "码")) at += 3;
  at = skip(text, skip(text, at, "\"'`"), " \t");
  if (text[at] == ':' || text[at] == '=') at++;
  else if (is_text(text + at, "：")) at += 3;
  else return;
  size_t from = skip(text, skip(text, at, " \t"), "\"'`"), end = from;
  if (pattern->digits && !is_digit(text[from])) return;
  while (end < scan->length && end - from < 64 && !strchr(" ,;\"'\t\r\n)}]<|", text[end])) {
    if (is_text(text + end, "，") || is_text(text + end, "。") || is_text(text + end, "；")) break;
    end++;
  }
  if (end > from) report(scan, pattern->type, from, end);
}

// 军字第 and six digits: 号 and further digits may follow.
void military(struct scan *scan, const struct pattern *pattern, size_t to) {
  size_t from = to - 6 - 9, end = to;
  if (scan->text[to - 7] == ' ') from--;
  while (is_digit(scan->text[end]) && end - to < 3) end++;
  if (end - to < 3) report(scan, pattern->type, from, end);
}

// 今年12岁: from the number on.
void said_age(struct scan *scan, const struct pattern *pattern, size_t to) {
  size_t from = to - 3;
  while (is_digit(scan->text[from - 1])) from--;
  report(scan, pattern->type, from, to);
}
