#include <zlib.h>

// `inflateInit2` is a macro, which Swift does not see.
static inline int pii_inflateInit2(z_streamp stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}
