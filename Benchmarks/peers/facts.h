// What is known of numbers: areas, prefixes, segments, countries. Read once from rulesets/tables, the
// tables that pii-scan itself checks against, so that neither program has the better facts.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct facts {
  uint16_t last_birth_year[1000000];  // of a region code of six digits; 0: there is none, 9999: in force
  uint8_t is_segment[100000];         // by the first five digits of a mobile number of eleven
  uint8_t local_lengths[10000];       // by area code without its 0: bit n, numbers of n digits
  uint8_t is_reporting_body[100];     // first two digits of an IMEI
  uint8_t is_network[100];            // behind 460
  uint8_t is_province[100];
  uint8_t is_country[1000];           // ISO 3166-1 numeric
  uint8_t is_country_name[26 * 26 * 26];  // ISO 3166-1 alpha-3
  uint32_t card_lengths[1000000];     // by six digits: bit n, cards of n digits
  uint64_t top_levels[4096];          // open addressing, hashes of top-level domains; 0: free
};

// Reads the tables of a folder; on failure says why and ends the program.
void facts_load(struct facts *facts, const char *folder);
uint64_t facts_hash(const uint8_t *text, size_t length);
bool facts_is_top_level(const struct facts *facts, const uint8_t *text, size_t length);
