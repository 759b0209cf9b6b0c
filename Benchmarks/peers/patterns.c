#include "patterns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const type_names[type_count] = {
  "resident-id", "mobile-phone", "landline-phone", "bank-card", "imei", "imsi", "iccid", "email", "ip-address",
  "mac-address", "vehicle-plate", "uscc", "vin", "passport", "travel-permit", "military-id", "foreigner-id",
  "hong-kong-id", "taiwan-id", "student-number", "alipay-id", "coordinates", "address", "age", "person-name",
  "birth-date", "gender", "ethnicity", "nickname", "avatar", "qq", "wechat-id", "android-id", "idfa", "oaid",
  "social-security", "medical-insurance", "driver-license", "account-password", "religion", "political",
  "marital-status", "occupation", "job-title", "employer", "school", "grade-class", "education", "income",
  "credit", "medical", "biometric", "browsing-log", "communication", "whereabouts", "guardian",
};

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

struct pattern;
// `to` is the end of the match as the database tells it.
typedef void on_end(struct scan *scan, const struct pattern *pattern, size_t to);
struct pattern {
  enum type type;
  on_end *handle;
  const char *expression;
  bool digits;  // of a label: its value begins with one
};

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
static void word(struct scan *scan, const struct pattern *pattern, size_t to) {
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
static void grouped(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to, end = to;
  while (from > 0 && to - from < 20 && (is_digit(text[from - 1]) || strchr(" -()", text[from - 1]))) from--;
  while (end < scan->length && end - to < 12 && (is_digit(text[end]) || ((text[end] == ' ' || text[end] == '-') && is_digit(text[end + 1])))) end++;
  while (from < end && !is_digit(text[from])) from++;
  if (pattern->type == resident_id && (text[end] | 32) == 'x') end++;
  if (is_word(text[end]) || (from > 0 && is_word(text[from - 1]))) return;
  struct word word = word_of(text + from, end - from);
  const struct facts *facts = scan->facts;
  if (word.length == 18 && word.text[0] != '0' && is_resident(facts, word.text)) report(scan, resident_id, from, end);
  else if (word.length == 11 && word.text[0] == '1') mobile(scan, word.text, from, end);
  else if (word.text[0] == '0' && is_landline(facts, word.text, word.length)) report(scan, landline_phone, from, end);
  else if (word.length >= 16 && word.length <= 19 && is_card(facts, word.text, word.length)) report(scan, bank_card, from, end);
}

static void hong_kong(struct scan *scan, const struct pattern *pattern, size_t to) {
  size_t from = to;
  while (scan->text[from] != '(') from--;
  if (from > 0 && scan->text[from - 1] == ' ') from--;
  from = word_start(scan, from);
  struct word word = word_of(scan->text + from, to - from);
  if ((word.length == 8 || word.length == 9) && is_hong_kong(word.text, word.length))
    report(scan, pattern->type, from, to);
}

static bool is_local(uint8_t byte) { return is_word(byte) || byte == '.' || byte == '_' || byte == '%' || byte == '+' || byte == '-'; }

static void mail(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t at = to - 2, from = at, end = at + 1, dot = 0;
  while (from > 0 && at - from < 64 && is_local(text[from - 1])) from--;
  while (from < at && !is_word(text[from])) from++;
  while (end < scan->length && end - at < 255 && (is_word(text[end]) || text[end] == '-' || text[end] == '.')) end++;
  while (end > at && !is_word(text[end - 1])) end--;
  for (size_t i = end; i-- > at;) {
    if (text[i] == '.') {
      dot = i;
      break;
    }
  }
  if (from < at && dot > at + 1 && text[end] != '@' && facts_is_top_level(scan->facts, text + dot + 1, end - dot - 1))
    report(scan, pattern->type, from, end);
}

static void four_octets(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to, end = to;
  while (from > 0 && to - from < 16 && (is_digit(text[from - 1]) || text[from - 1] == '.')) from--;
  while (is_digit(text[end]) && end < scan->length) end++;
  if (from > 0 && (is_word(text[from - 1]) || strchr("._-/", text[from - 1]))) return;
  if (is_word(text[end]) || text[end] == '_' || ((text[end] == '.' || text[end] == '-' || text[end] == '/') && is_word(text[end + 1])))
    return;
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
static void hexadecimal_groups(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t from = to, end = to;
  bool is_mac = pattern->type == mac_address;
  while (from > 0 && to - from < 46 && (is_hexadecimal(text[from - 1]) || text[from - 1] == ':' || (is_mac && text[from - 1] == '-'))) from--;
  while (end < scan->length && (is_hexadecimal(text[end]) || text[end] == ':')) end++;
  if ((from > 0 && (is_word(text[from - 1]) || text[from - 1] == '_')) || is_word(text[end]) || text[end] == '_') return;
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
static void place(struct scan *scan, const struct pattern *pattern, size_t to) {
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
  for (;;) {
    size_t at = end;
    while (is_word(text[at]) && at - end < 6) at++;
    if (at == end || at + 3 > scan->length || !is_one_of(text + at, "号弄栋幢座室层楼单组村")) break;
    end = at + 3;
    if (is_text(text + end, "元")) end += 3;
  }
  if (characters >= 4) report(scan, pattern->type, from, end);
}

// A decimal fraction of four places: two of them beside each other, and both angles of a place near China.
static void pair(struct scan *scan, const struct pattern *pattern, size_t to) {
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
static void plate(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  if (to < 5) return;
  size_t from = to - 5, at = to - 1, count = 0;
  if (!is_one_of(text + from, PROVINCES)) return;
  if (is_text(text + at, "·")) at += 2;
  else if (strchr(" .-", text[at])) at++;
  unsigned digits = 0;
  for (; count < 7 && (is_digit(text[at + count]) || (text[at + count] >= 'A' && text[at + count] <= 'Z')); count++)
    digits += is_digit(text[at + count]);
  if ((count == 5 || count == 6) && digits >= 2 && !is_word(text[at + count])) report(scan, pattern->type, from, at + count);
}

static void police(struct scan *scan, const struct pattern *pattern, size_t to) {
  if (is_one_of(scan->text + to - 8, PROVINCES)) report(scan, pattern->type, to - 10, to);
}

// Behind a label: quotes, a colon or equals sign, a value. Of 卡号码 and the like the end may stand there too.
static void labelled(struct scan *scan, const struct pattern *pattern, size_t to) {
  const uint8_t *text = scan->text;
  size_t at = to, label = strlen(pattern->expression);
  if (text[to - 1] < 0x80) {
    if (to > label && (is_word(text[to - label - 1]) || is_word(text[to]))) return;
  } else {
    if (is_text(text + at, "号")) at += 3;
    if (is_text(text + at, "码")) at += 3;
  }
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

static void matched(struct scan *scan, const struct pattern *pattern, size_t to) {
  report(scan, pattern->type, to > 12 ? to - 12 : 0, to);
}

#define EDGE "[^0-9A-Za-z]"
#define DATE "(?:18|19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])"
#define LABEL(type, text, digits) {type, labelled, text, digits}

static const struct pattern patterns[] = {
  // Words of capital letters and digits, long numbers among them: one small automaton for all of them, some ten
  // times as fast as a pattern for each.
  {type_count, word, EDGE "[0-9A-Z]{8}", false},
  {type_count, grouped, "\\d{3}[ -]\\d{4}[ -]\\d{4}", false},
  {resident_id, grouped, "[1-68]\\d{5}[ -]" DATE "[ -]\\d{3}", false},
  {landline_phone, grouped, EDGE "0\\d{2,3}(?:-|\\)|\\) | )\\d{7}", false},
  {hong_kong_id, hong_kong, EDGE "[A-Z]{1,2}\\d{6} ?\\([0-9A]\\)", false},
  {email, mail, "[0-9A-Za-z_%+-]@[0-9A-Za-z]", false},
  {ip_address, four_octets, "\\d\\.\\d{1,3}\\.\\d{1,3}\\.\\d", false},
  {ip_address, hexadecimal_groups, "(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]", false},
  {ip_address, hexadecimal_groups, "[0-9A-Fa-f]::[0-9A-Fa-f]", false},
  {mac_address, hexadecimal_groups, EDGE "[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}", false},
  {vehicle_plate, plate, "[\\x80-\\xBF][A-HJ-Z][0-9A-Z\\xC2. -]", false},
  {vehicle_plate, police, "WJ[\\xE4-\\xE9][\\x80-\\xBF]{2}\\d{5}", false},
  {military_id, matched, "(?:军|士|兵|武)字第 ?\\d{6,8}", false},
  {coordinates, pair, "\\d\\.\\d{4}", false},
  {address, place, "\\d(?:号|弄|栋|幢|座|单元|室|组)", false},
  {age, matched, "(?:今年|现年|年仅|时年|男，|女，)\\d{1,3}岁", false},
  // Labels as plain literals, what must follow in C: ten times as fast as with the rest in the pattern.
  LABEL(age, "年龄", true), LABEL(age, "age", true),
  LABEL(person_name, "姓名", false), LABEL(person_name, "联系人", false), LABEL(person_name, "收货人", false),
  LABEL(person_name, "收件人", false), LABEL(person_name, "户主", false), LABEL(person_name, "户名", false),
  LABEL(person_name, "客户名", false), LABEL(person_name, "经办人", false), LABEL(person_name, "realname", false),
  LABEL(person_name, "real_name", false), LABEL(person_name, "fullname", false),
  LABEL(person_name, "full_name", false), LABEL(person_name, "username", false),
  LABEL(person_name, "user_name", false),
  LABEL(birth_date, "出生日期", true), LABEL(birth_date, "出生年月", true), LABEL(birth_date, "生日", true),
  LABEL(birth_date, "birthdate", true), LABEL(birth_date, "birth_date", true),
  LABEL(birth_date, "birthday", true), LABEL(birth_date, "date_of_birth", true),
  LABEL(birth_date, "dob", true),
  LABEL(gender, "性别", false), LABEL(gender, "gender", false), LABEL(gender, "sex", false),
  LABEL(ethnicity, "民族", false), LABEL(ethnicity, "ethnicity", false), LABEL(ethnicity, "nation", false),
  LABEL(nickname, "昵称", false), LABEL(nickname, "网名", false), LABEL(nickname, "nickname", false),
  LABEL(nickname, "nick_name", false),
  LABEL(avatar, "头像", false), LABEL(avatar, "avatar", false),
  LABEL(qq, "QQ", true), LABEL(qq, "qq", true),
  LABEL(wechat_id, "微信", false), LABEL(wechat_id, "wechat", false), LABEL(wechat_id, "weixin", false),
  LABEL(wechat_id, "wxid", false), LABEL(wechat_id, "openid", false), LABEL(wechat_id, "open_id", false),
  LABEL(android_id, "安卓标识", false), LABEL(android_id, "androidid", false),
  LABEL(android_id, "android_id", false), LABEL(android_id, "ssaid", false), LABEL(android_id, "gaid", false),
  LABEL(idfa, "idfa", false), LABEL(idfa, "idfv", false), LABEL(idfa, "caid", false),
  LABEL(idfa, "udid", false),
  LABEL(oaid, "oaid", false),
  LABEL(social_security, "社保号", false), LABEL(social_security, "社会保障号", false),
  LABEL(social_security, "社保卡", false), LABEL(social_security, "social_security", false),
  LABEL(medical_insurance, "医保卡", false), LABEL(medical_insurance, "医保号", false),
  LABEL(medical_insurance, "医保编号", false), LABEL(medical_insurance, "medical_insurance", false),
  LABEL(driver_license, "驾驶证", true), LABEL(driver_license, "驾照", true), LABEL(driver_license, "档案编号", true),
  LABEL(driver_license, "driverlicense", true), LABEL(driver_license, "driver_license", true),
  LABEL(passport, "护照", false), LABEL(passport, "passport", false), LABEL(passport, "passportno", false),
  LABEL(passport, "passport_no", false),
  LABEL(travel_permit, "通行证", false), LABEL(travel_permit, "回乡证", false), LABEL(travel_permit, "台胞证", false),
  LABEL(travel_permit, "travelpermit", false), LABEL(travel_permit, "travel_permit", false),
  LABEL(military_id, "军官证", false), LABEL(military_id, "士兵证", false), LABEL(military_id, "军人证", false),
  LABEL(military_id, "militaryid", false), LABEL(military_id, "military_id", false),
  LABEL(coordinates, "经度", true), LABEL(coordinates, "纬度", true), LABEL(coordinates, "lng", true),
  LABEL(coordinates, "lat", true), LABEL(coordinates, "longitude", true), LABEL(coordinates, "latitude", true),
  LABEL(student_number, "学号", false), LABEL(student_number, "学籍号", false),
  LABEL(student_number, "studentno", false), LABEL(student_number, "student_no", false),
  LABEL(student_number, "student_id", false), LABEL(student_number, "student_number", false),
  LABEL(account_password, "密码", false), LABEL(account_password, "口令", false),
  LABEL(account_password, "password", false), LABEL(account_password, "passwd", false),
  LABEL(account_password, "pwd", false),
  LABEL(religion, "宗教信仰", false), LABEL(religion, "religion", false),
  LABEL(political, "政治面貌", false), LABEL(political, "political_status", false),
  LABEL(marital_status, "婚姻状况", false), LABEL(marital_status, "婚否", false),
  LABEL(marital_status, "maritalstatus", false), LABEL(marital_status, "marital_status", false),
  LABEL(occupation, "职业", false), LABEL(occupation, "occupation", false),
  LABEL(job_title, "职务", false), LABEL(job_title, "职称", false), LABEL(job_title, "jobtitle", false),
  LABEL(job_title, "job_title", false),
  LABEL(employer, "工作单位", false), LABEL(employer, "employer", false),
  LABEL(school, "毕业院校", false), LABEL(school, "就读学校", false), LABEL(school, "schoolname", false),
  LABEL(school, "school_name", false),
  LABEL(grade_class, "班级", false), LABEL(grade_class, "年级", false), LABEL(grade_class, "classname", false),
  LABEL(grade_class, "class_name", false),
  LABEL(education, "学历", false), LABEL(education, "学位", false), LABEL(education, "education", false),
  LABEL(income, "月收入", true), LABEL(income, "年收入", true), LABEL(income, "工资", true), LABEL(income, "薪资", true),
  LABEL(income, "salary", true), LABEL(income, "income", true),
  LABEL(credit, "征信", false), LABEL(credit, "信用评分", false), LABEL(credit, "creditscore", false),
  LABEL(credit, "credit_score", false),
  LABEL(medical, "诊断", false), LABEL(medical, "病史", false), LABEL(medical, "过敏史", false),
  LABEL(medical, "血型", false), LABEL(medical, "diagnosis", false), LABEL(medical, "bloodtype", false),
  LABEL(medical, "blood_type", false),
  LABEL(biometric, "指纹", false), LABEL(biometric, "人脸特征", false), LABEL(biometric, "虹膜", false),
  LABEL(biometric, "fingerprint", false), LABEL(biometric, "face_id", false),
  LABEL(browsing_log, "浏览记录", false), LABEL(browsing_log, "搜索记录", false),
  LABEL(browsing_log, "browse_history", false),
  LABEL(communication, "通话记录", false), LABEL(communication, "短信内容", false),
  LABEL(communication, "聊天记录", false), LABEL(communication, "sms_content", false),
  LABEL(whereabouts, "行踪", false), LABEL(whereabouts, "轨迹", false), LABEL(whereabouts, "住宿记录", false),
  LABEL(whereabouts, "track_record", false),
  LABEL(guardian, "监护人", false), LABEL(guardian, "家长姓名", false), LABEL(guardian, "父亲姓名", false),
  LABEL(guardian, "母亲姓名", false), LABEL(guardian, "guardian", false),
};
enum { pattern_count = sizeof patterns / sizeof *patterns };

hs_database_t *patterns_compile(void) {
  const char *expressions[pattern_count];
  unsigned flags[pattern_count], ids[pattern_count];
  for (unsigned i = 0; i < pattern_count; i++) {
    expressions[i] = patterns[i].expression;
    flags[i] = patterns[i].handle == labelled ? HS_FLAG_CASELESS : HS_FLAG_DOTALL;
    ids[i] = i;
  }
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  if (hs_compile_multi(expressions, flags, ids, pattern_count, HS_MODE_BLOCK, NULL, &database, &error)) {
    fprintf(stderr, "pattern %d: %s\n", error->expression, error->message);
    exit(2);
  }
  return database;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)from, (void)flags;
  patterns[id].handle(context, &patterns[id], (size_t)to);
  return 0;
}

void patterns_scan(const hs_database_t *database, hs_scratch_t *scratch, struct scan *scan) {
  memset(scan->last_end, 0, sizeof scan->last_end);
  if (hs_scan(database, (const char *)scan->text, (unsigned)scan->length, 0, scratch, on_match, scan)) {
    fprintf(stderr, "hs_scan failed\n");
    exit(2);
  }
}
