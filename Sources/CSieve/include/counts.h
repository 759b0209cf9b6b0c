// Counts over plain memory that keep up with reading.

#ifndef CSIEVE_COUNTS_H
#define CSIEVE_COUNTS_H

#include <stddef.h>
#include <stdint.h>

/// Line feeds in `count` bytes.
size_t csieve_line_feeds(const uint8_t *bytes, size_t count);

/// Bytes that do not continue a UTF-8 sequence, that is, Unicode scalars.
size_t csieve_scalars(const uint8_t *bytes, size_t count);

/// The sum of `count` bytes, each at most 4.
size_t csieve_sum(const uint8_t *bytes, size_t count);

/// Control characters that texts do not hold: all but backspace, tab to carriage return, and escape.
size_t csieve_controls(const uint8_t *bytes, size_t count);

/// Bytes that are 0.
size_t csieve_zeros(const uint8_t *bytes, size_t count);

/// The index of the first byte over 7F, `count` where there is none.
size_t csieve_first_high(const uint8_t *bytes, size_t count);

/// The index of the first `first` that a `second` follows, `count` where there is none.
size_t csieve_first_pair(const uint8_t *bytes, size_t count, uint8_t first, uint8_t second);

#endif
