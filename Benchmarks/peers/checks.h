// The checks of a match: the same sums, dates and tables that pii-scan's rules name, over digits in place.
#pragma once
#include "facts.h"

// Digits and letters of a number, separators left out; at most `limit` are kept.
struct word {
  uint8_t text[32];
  unsigned length;
};
struct word word_of(const uint8_t *text, size_t length);

bool is_luhn(const uint8_t *digits, unsigned length);
bool is_date(const uint8_t *yyyymmdd);  // 1840 to 2026, a day that exists
bool is_resident(const struct facts *facts, const uint8_t *number);    // 18 characters
bool is_resident15(const struct facts *facts, const uint8_t *number);  // 15 digits, born in 19..
bool is_foreigner(const struct facts *facts, const uint8_t *number);   // 18 characters
bool is_card(const struct facts *facts, const uint8_t *digits, unsigned length);
bool is_mobile(const struct facts *facts, const uint8_t *digits);
bool is_landline(const struct facts *facts, const uint8_t *digits, unsigned length);  // with its 0
bool is_social_credit(const struct facts *facts, const uint8_t *code);
bool is_vin(const uint8_t *text);
bool is_taiwan(const uint8_t *text);
bool is_hong_kong(const uint8_t *text, unsigned length);
