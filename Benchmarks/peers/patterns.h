// The patterns of all types in one Hyperscan database, and what is done where one ends.
#pragma once
#include <hs/hs.h>

#include "checks.h"

enum type {
  resident_id, mobile_phone, landline_phone, bank_card, imei, imsi, iccid, email, ip_address, mac_address,
  vehicle_plate, uscc, vin, passport, travel_permit, military_id, foreigner_id, hong_kong_id, taiwan_id,
  student_number, alipay_id, coordinates, address, age,
  // By a label alone:
  person_name, birth_date, gender, ethnicity, nickname, avatar, qq, wechat_id, android_id, idfa, oaid,
  social_security, medical_insurance, driver_license, account_password, religion, political, marital_status,
  occupation, job_title, employer, school, grade_class, education, income, credit, medical, biometric,
  browsing_log, communication, whereabouts, guardian,
  type_count
};
extern const char *const type_names[type_count];

// One thread's work. A match belongs to the block that its first byte lies in: `own_from` to `own_to`.
struct scan {
  const struct facts *facts;
  const uint8_t *text;
  size_t length, own_from, own_to;
  uint64_t base;            // offset in the input of text[0]
  size_t last_end[type_count];  // of the last match of a type, so that none is told twice
  uint64_t counts[type_count];
  char *lines;              // with lines: room for them, else NULL
  size_t lines_length, lines_capacity;
};

// To be called before all else.
void patterns_list(void);
hs_database_t *patterns_compile(void);
// Scans text[0..<length]; before and behind it a byte can be read.
void patterns_scan(const hs_database_t *database, hs_scratch_t *scratch, struct scan *scan);
