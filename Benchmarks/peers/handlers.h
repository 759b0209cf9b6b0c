// What is done where a pattern ends: find both ends of the value, check it, report it.
#pragma once
#include "patterns.h"

struct pattern;
// `to` is the end of the match as the database tells it: behind what the expression names last.
typedef void on_end(struct scan *scan, const struct pattern *pattern, size_t to);
struct pattern {
  enum type type;  // of a handler that tells several types: none
  on_end *handle;
  const char *expression;
  bool digits;  // of a label: its value begins with one
};

on_end word, grouped, landline, hong_kong, mail, four_octets, hexadecimal_groups, place, pair, plate, police, labelled;
on_end military, said_age;
