#define _GNU_SOURCE
#include "facts.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 8 };
typedef void row_reader(struct facts *facts, char **cells);

static void read_table(struct facts *facts, const char *folder, const char *name, row_reader *row) {
  char path[4096], *line = NULL;
  size_t capacity = 0;
  snprintf(path, sizeof path, "%s/%s.tsv", folder, name);
  FILE *file = fopen(path, "r");
  if (!file) {
    perror(path);
    exit(2);
  }
  bool is_heading = true;
  while (getline(&line, &capacity, file) > 0) {
    if (line[0] == '#') continue;
    if (is_heading) {
      is_heading = false;
      continue;
    }
    line[strcspn(line, "\n")] = 0;
    char *cells[CELLS] = {"", "", "", "", "", "", "", ""}, *rest = line;
    for (int i = 0; i < CELLS && rest; i++) cells[i] = strsep(&rest, "\t");
    row(facts, cells);
  }
  free(line);
  fclose(file);
}

// Calls for every number of `width` digits that begins with `prefix`.
static void for_each(const char *prefix, size_t width, void (*mark)(void *, size_t), void *context) {
  size_t first = strtoul(prefix, NULL, 10), count = 1;
  for (size_t i = strlen(prefix); i < width; i++) first *= 10, count *= 10;
  for (size_t i = strlen(prefix); i > width; i--) first /= 10;
  for (size_t i = 0; i < count; i++) mark(context, first + i);
}

static void region(struct facts *facts, char **cells) {
  size_t code = strtoul(cells[0], NULL, 10);
  unsigned last = *cells[5] ? (unsigned)atoi(cells[5]) + 1 : 9999;
  if (code >= 1000000) return;
  if (facts->last_birth_year[code] < last) facts->last_birth_year[code] = (uint16_t)last;
  facts->is_province[code / 10000] = 1;
}

static void mark_segment(void *facts, size_t index) { ((struct facts *)facts)->is_segment[index] = 1; }
static void segment(struct facts *facts, char **cells) {
  if (!strcmp(cells[3], "11") && strcmp(cells[2], "unassigned")) for_each(cells[0], 5, mark_segment, facts);
}

static void area(struct facts *facts, char **cells) {
  for (const char *digit = *cells[3] ? cells[3] : "7,8"; *digit; digit++) {
    if (isdigit((unsigned char)*digit))
      facts->local_lengths[strtoul(cells[0], NULL, 10)] |= (uint8_t)(1 << (*digit - '0') % 8);
  }
}

static void body(struct facts *facts, char **cells) {
  if (!strcmp(cells[3], "active") || !strcmp(cells[3], "historic"))
    facts->is_reporting_body[atoi(cells[0]) % 100] = 1;
}

static void network(struct facts *facts, char **cells) {
  if (!strcmp(cells[0], "460") && *cells[1]) facts->is_network[atoi(cells[1]) % 100] = 1;
}

static void country(struct facts *facts, char **cells) {
  facts->is_country[atoi(cells[0]) % 1000] = 1;
  const char *name = cells[1];
  if (strlen(name) == 3)
    facts->is_country_name[(name[0] - 'A') * 676 + (name[1] - 'A') * 26 + name[2] - 'A'] = 1;
}

struct card { struct facts *facts; uint32_t lengths; };
static void mark_card(void *context, size_t index) {
  struct card *card = context;
  card->facts->card_lengths[index] |= card->lengths;
}

static void bank(struct facts *facts, char **cells) {
  int length = atoi(cells[1]);
  struct card card = {facts, length ? 1u << length : 0xFE000};
  for_each(cells[0], 6, mark_card, &card);
}

static void scheme(struct facts *facts, char **cells) {
  struct card card = {facts, 0};
  char *text = cells[3];
  while (*text) {  // 16, 16-19, 14,16-19
    long first = strtol(text, &text, 10), last = first;
    if (*text == '-') last = strtol(text + 1, &text, 10);
    for (long n = first; n <= last; n++) card.lengths |= 1u << n;
    if (*text) text++;
  }
  size_t width = strlen(cells[1]);
  for (size_t n = strtoul(cells[1], NULL, 10); n <= strtoul(cells[2], NULL, 10); n++) {
    char prefix[32];
    snprintf(prefix, sizeof prefix, "%0*zu", (int)width, n);
    for_each(prefix, 6, mark_card, &card);
  }
}

uint64_t facts_hash(const uint8_t *text, size_t length) {
  uint64_t hash = 0xcbf29ce484222325;
  for (size_t i = 0; i < length; i++) hash = (hash ^ (text[i] | 0x20)) * 0x100000001b3;
  return hash | 1;
}

static size_t slot(const struct facts *facts, uint64_t hash) {
  size_t at = (hash >> 20) % 4096;
  while (facts->top_levels[at] && facts->top_levels[at] != hash) at = (at + 1) % 4096;
  return at;
}

static void top_level(struct facts *facts, char **cells) {
  uint64_t hash = facts_hash((const uint8_t *)cells[0], strlen(cells[0]));
  facts->top_levels[slot(facts, hash)] = hash;
}

bool facts_is_top_level(const struct facts *facts, const uint8_t *text, size_t length) {
  return facts->top_levels[slot(facts, facts_hash(text, length))] != 0;
}

void facts_load(struct facts *facts, const char *folder) {
  read_table(facts, folder, "regions", region);
  read_table(facts, folder, "mobile_segments", segment);
  read_table(facts, folder, "area_codes", area);
  read_table(facts, folder, "imei_reporting_bodies", body);
  read_table(facts, folder, "mobile_networks", network);
  read_table(facts, folder, "countries", country);
  read_table(facts, folder, "bank_bins", bank);
  read_table(facts, folder, "card_schemes", scheme);
  read_table(facts, folder, "tlds", top_level);
}
