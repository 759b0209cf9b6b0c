// counts.so, preloaded: counts what a program asks of its libraries, whatever else the machine does. At the end it
// writes the numbers into the file that COUNTS names: blocks allocated, bytes copied by memcpy and memmove (those that
// the compiler made loops or registers of are not seen), places at which PCRE2 was asked.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static atomic_ullong allocations, copied, patterns;

// glibc's own names of what is replaced here; dlsym would allocate.
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

static void count(atomic_ullong *counter, unsigned long long by) {
  atomic_fetch_add_explicit(counter, by, memory_order_relaxed);
}

void *malloc(size_t size) {
  count(&allocations, 1);
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count(&allocations, 1);
  return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size) {
  count(&allocations, 1);
  return __libc_realloc(block, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  count(&allocations, 1);
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
  count(&allocations, 1);
  *block = __libc_memalign(alignment, size);
  return *block ? 0 : 12;  // ENOMEM
}

typedef void *copy_function(void *to, const void *from, size_t length);

// Before the libraries are bound, and while they are: byte by byte.
static void *copy_bytes(void *to, const void *from, size_t length) {
  volatile uint8_t *target = to;
  const uint8_t *source = from;
  if ((uintptr_t)to <= (uintptr_t)from) {
    for (size_t i = 0; i < length; i++) target[i] = source[i];
  } else {
    for (size_t i = length; i-- > 0;) target[i] = source[i];
  }
  return to;
}

static copy_function *next_copy = copy_bytes;

void *memcpy(void *restrict to, const void *restrict from, size_t length) {
  count(&copied, length);
  return next_copy(to, from, length);
}

void *memmove(void *to, const void *from, size_t length) {
  count(&copied, length);
  return next_copy(to, from, length);
}

// pcre2_match and pcre2_jit_match, which take the same.
typedef int match_function(
  const void *code, const uint8_t *subject, size_t length, size_t start, uint32_t options, void *data, void *context);
static match_function *next_match, *next_jit_match;

int pcre2_match_8(
  const void *code, const uint8_t *subject, size_t length, size_t start, uint32_t options, void *data, void *context
) {
  count(&patterns, 1);
  return next_match(code, subject, length, start, options, data, context);
}

int pcre2_jit_match_8(
  const void *code, const uint8_t *subject, size_t length, size_t start, uint32_t options, void *data, void *context
) {
  count(&patterns, 1);
  return next_jit_match(code, subject, length, start, options, data, context);
}

__attribute__((constructor)) static void bind_next(void) {
  next_match = (match_function *)dlsym(RTLD_NEXT, "pcre2_match_8");
  next_jit_match = (match_function *)dlsym(RTLD_NEXT, "pcre2_jit_match_8");
  next_copy = (copy_function *)dlsym(RTLD_NEXT, "memmove");
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("COUNTS");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(
    file, "allocations\t%llu\ncopied\t%llu\npatterns\t%llu\n", (unsigned long long)allocations,
    (unsigned long long)copied, (unsigned long long)patterns);
  fclose(file);
}
