#include "checks.h"

#include <string.h>

struct word word_of(const uint8_t *text, size_t length) {
  struct word word = {.length = 0};
  for (size_t i = 0; i < length && word.length < sizeof word.text; i++) {
    uint8_t byte = text[i];
    if ((byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z'))
      word.text[word.length++] = byte;
  }
  return word;
}

static unsigned number(const uint8_t *digits, unsigned count) {
  unsigned value = 0;
  for (unsigned i = 0; i < count; i++) value = value * 10 + digits[i] - '0';
  return value;
}

// ISO/IEC 7812-1.
bool is_luhn(const uint8_t *digits, unsigned length) {
  static const uint8_t doubled[10] = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
  unsigned sum = 0;
  for (unsigned i = length; i-- > 0;) {
    unsigned digit = digits[i] - '0';
    sum += (length - 1 - i) % 2 ? doubled[digit] : digit;
  }
  return sum % 10 == 0;
}

bool is_date(const uint8_t *text) {
  static const uint8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  unsigned year = number(text, 4), month = number(text + 4, 2), day = number(text + 6, 2);
  if (year < 1840 || year > 2026 || month < 1 || month > 12 || day < 1) return false;
  bool is_leap = (year % 4 == 0 && year % 100) || year % 400 == 0;
  return day <= (unsigned)days[month] + (month == 2 && is_leap);
}

// GB 11643: ISO 7064 MOD 11-2.
static bool is_mod_11_2(const uint8_t *text) {
  static const uint8_t weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  unsigned sum = 0;
  for (int i = 0; i < 17; i++) sum += (unsigned)(text[i] - '0') * weights[i];
  return "10X98765432"[sum % 11] == (text[17] == 'x' ? 'X' : text[17]);
}

static bool is_region(const struct facts *facts, const uint8_t *code, unsigned year) {
  unsigned last = facts->last_birth_year[number(code, 6)];
  return last && year <= last;
}

bool is_resident(const struct facts *facts, const uint8_t *text) {
  return is_region(facts, text, number(text + 6, 4)) && is_date(text + 6) && is_mod_11_2(text);
}

bool is_resident15(const struct facts *facts, const uint8_t *text) {
  uint8_t date[8] = {'1', '9'};
  memcpy(date + 2, text + 6, 6);
  return is_date(date) && is_region(facts, text, number(date, 4));
}

bool is_foreigner(const struct facts *facts, const uint8_t *text) {
  return text[0] == '9' && facts->is_province[number(text + 1, 2)] && facts->is_country[number(text + 3, 3)]
    && is_date(text + 6) && is_mod_11_2(text);
}

bool is_card(const struct facts *facts, const uint8_t *digits, unsigned length) {
  return facts->card_lengths[number(digits, 6)] >> length & 1 && is_luhn(digits, length);
}

bool is_mobile(const struct facts *facts, const uint8_t *digits) {
  return facts->is_segment[number(digits, 5)];
}

bool is_landline(const struct facts *facts, const uint8_t *digits, unsigned length) {
  for (unsigned area = 3; area <= 4; area++) {
    if (length < area + 7 || length > area + 8) continue;
    if (facts->local_lengths[number(digits, area)] >> (length - area) % 8 & 1 && digits[area] >= '2'
        && digits[area] <= '8')
      return true;
  }
  return false;
}

// GB 32100: ISO 7064 MOD 31-3.
bool is_social_credit(const struct facts *facts, const uint8_t *text) {
  static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  static const uint8_t weights[17] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
  if (!facts->last_birth_year[number(text + 2, 6)]) return false;
  unsigned sum = 0;
  for (int i = 0; i < 17; i++) {
    const char *at = strchr(alphabet, text[i]);
    if (!at) return false;
    sum += (unsigned)(at - alphabet) * weights[i];
  }
  return alphabet[(31 - sum % 31) % 31] == (char)text[17];
}

// 49 CFR 565.15: binding in China (L) and North America (1 to 5).
bool is_vin(const uint8_t *text) {
  static const uint8_t weights[17] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  static const uint8_t values[26] = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
  unsigned sum = 0, letters = 0;
  for (int i = 0; i < 17; i++) {
    bool is_digit = text[i] <= '9';
    letters += !is_digit;
    sum += (is_digit ? text[i] - '0' : values[text[i] - 'A']) * weights[i];
  }
  if (letters < 2) return false;
  bool is_right = "0123456789X"[sum % 11] == (char)text[8];
  return is_right || !(text[0] == 'L' || (text[0] >= '1' && text[0] <= '5'));
}

bool is_taiwan(const uint8_t *text) {
  static const uint8_t codes[26] = {10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21,
                                    22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33};
  unsigned code = codes[text[0] - 'A'], sum = code / 10 + code % 10 * 9;
  for (int i = 1; i < 10; i++) sum += (unsigned)(text[i] - '0') * (unsigned)(i < 9 ? 9 - i : 1);
  return sum % 10 == 0;
}

bool is_hong_kong(const uint8_t *text, unsigned length) {
  unsigned weight = length, sum = length == 8 ? 36 * 9 : 0;
  for (unsigned i = 0; i < length; i++, weight--)
    sum += (unsigned)(text[i] <= '9' ? text[i] - '0' : (text[i] & ~32) - 'A' + 10) * weight;
  return sum % 11 == 0;
}
