// vector-read THREADS FILE: reads a file in pieces of 256 KiB and adds up its bytes, 64 at a time. No scanner that
// looks at every byte can be faster: this is the limit that the others are told against.
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { PIECE = 256 << 10, MAX_THREADS = 64 };

static int file;
static atomic_ullong next_offset, total;

static void *work(void *unused) {
  (void)unused;
  uint8_t *buffer = aligned_alloc(64, PIECE);
  if (!buffer) abort();
  unsigned long long sum = 0;
  for (;;) {
    ssize_t count = pread(file, buffer, PIECE, (off_t)atomic_fetch_add(&next_offset, PIECE));
    if (count <= 0) break;
    for (ssize_t at = 0; at < count; at += 4096) {  // sums of bytes fit 32 bits: the compiler takes vectors
      uint32_t part = 0;
      ssize_t end = at + 4096 < count ? at + 4096 : count;
      for (ssize_t i = at; i < end; i++) part += buffer[i];
      sum += part;
    }
  }
  atomic_fetch_add(&total, sum);
  free(buffer);
  return NULL;
}

int main(int count, char **arguments) {
  if (count != 3 || (file = open(arguments[2], O_RDONLY)) < 0) {
    fprintf(stderr, "usage: vector-read THREADS FILE\n");
    return 2;
  }
  int threads = atoi(arguments[1]);
  if (threads < 1 || threads > MAX_THREADS) threads = 1;
  pthread_t workers[MAX_THREADS];
  for (int i = 0; i < threads; i++) {
    if (pthread_create(&workers[i], NULL, work, NULL)) abort();
  }
  for (int i = 0; i < threads; i++) pthread_join(workers[i], NULL);
  printf("%llu\n", (unsigned long long)total);
  return 0;
}
