// What sort of character a byte is.

#ifndef CSIEVE_SORTS_H
#define CSIEVE_SORTS_H

#include "numbers.h"
#include "outline.h"

enum { DIGIT = 1, LETTER = 2, JOINT = 4, HEX = 8, HIGH = 16, SEPARATOR = 32, COLON = 64,
  WORD = DIGIT | LETTER | JOINT };

static const uint8_t sorts[256] = {
  ['0' ... '9'] = DIGIT | HEX,
  ['A' ... 'F'] = LETTER | HEX, ['G' ... 'Z'] = LETTER,
  ['a' ... 'f'] = LETTER | HEX, ['g' ... 'z'] = LETTER,
  ['_'] = JOINT, ['-'] = JOINT | SEPARATOR,
  [':'] = COLON,
  [' '] = SEPARATOR, ['\t'] = SEPARATOR, ['.'] = SEPARATOR, ['/'] = SEPARATOR,
  ['('] = SEPARATOR, [')'] = SEPARATOR,
  [0x80 ... 0xFF] = HIGH,
};

INLINE int is(uint8_t byte, int sort) { return (sorts[byte] & sort) != 0; }

#endif
