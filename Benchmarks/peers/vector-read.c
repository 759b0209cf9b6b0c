// vector-read THREADS PATH: reads a file, or the files of a folder, in pieces of 256 KiB and adds up the bytes, 64 at a
// time. No scanner that looks at every byte can be faster: this is the limit that the others are told against.
#define _GNU_SOURCE
#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 256 << 10, MAX_THREADS = 64 };

static int file = -1;   // the one file that is read, or
static char **paths;    // those of a folder
static size_t path_count;
static atomic_ullong next_offset, next_path, total;

static uint64_t sum_of(const uint8_t *buffer, ssize_t count) {
  uint64_t sum = 0;
  for (ssize_t at = 0; at < count; at += 4096) {  // sums of bytes fit 32 bits: the compiler takes vectors
    uint32_t part = 0;
    ssize_t end = at + 4096 < count ? at + 4096 : count;
    for (ssize_t i = at; i < end; i++) part += buffer[i];
    sum += part;
  }
  return sum;
}

static void *work(void *unused) {
  (void)unused;
  uint8_t *buffer = aligned_alloc(64, PIECE);
  if (!buffer) abort();
  uint64_t sum = 0;
  ssize_t count;
  while (file >= 0 && (count = pread(file, buffer, PIECE, (off_t)atomic_fetch_add(&next_offset, PIECE))) > 0)
    sum += sum_of(buffer, count);
  for (size_t at; (at = atomic_fetch_add(&next_path, 1)) < path_count;) {
    int part = open(paths[at], O_RDONLY);
    while (part >= 0 && (count = read(part, buffer, PIECE)) > 0) sum += sum_of(buffer, count);
    if (part >= 0) close(part);
  }
  atomic_fetch_add(&total, sum);
  free(buffer);
  return NULL;
}

static void list(char *folder) {
  char *roots[] = {folder, NULL};
  FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, NULL);
  for (FTSENT *entry; tree && (entry = fts_read(tree));) {
    if (entry->fts_info != FTS_F && entry->fts_info != FTS_NSOK) continue;
    if (path_count % 4096 == 0) paths = realloc(paths, (path_count + 4096) * sizeof *paths);
    if (!paths || !(paths[path_count++] = strdup(entry->fts_path))) abort();
  }
}

int main(int count, char **arguments) {
  struct stat status;
  if (count != 3 || stat(arguments[2], &status)) {
    fprintf(stderr, "usage: vector-read THREADS PATH\n");
    return 2;
  }
  if (S_ISDIR(status.st_mode)) list(arguments[2]);
  else file = open(arguments[2], O_RDONLY);
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
