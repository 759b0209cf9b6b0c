// What a good engineer would build with Hyperscan in place of pii-scan, to be measured against:
//   hyperscan prepare TABLES DATA             compiles the patterns and reads rulesets/tables, into one file
//   hyperscan count|write THREADS DATA PATH   scans, with what was prepared
//
// It does: all 56 types of pii-scan in one database (HS_MODE_BLOCK, blocks of 256 KiB that overlap), those without a
// form of their own by a label and what stands behind it; at the end of a match the same checks in C, with the same
// tables (birth date, region and check digit of ID numbers, mobile segments, area codes, Luhn and card prefixes,
// ISO 7064 of credit codes, reporting bodies, networks, top-level domains, octets); several threads over blocks of
// a file, or files of a tree, or of standard input (`-`). `count` prints how many of each type; `write` a line of
// three numbers for each match (offset, length, number of the type) in blocks as they come, behind the path of the
// file.
//
// It does not: read CSV, SQL or any other format (a match in a table knows no column and no row, so names, birth
// dates and the like in columns are not found at all); look at words around a match, weigh evidence or tell how sure
// it is; tell persons, ages and policies; mask or fingerprint; decode encodings, unpack archives, list gaps; keep
// the output in order; find what its simpler patterns leave out (full-width digits, most spellings of numbers in
// groups, addresses without digits and units).
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "patterns.h"

enum { BLOCK = 256 << 10, BEFORE = 256, BEHIND = 512, PATHS = 32, MAX_THREADS = 64 };

// What the threads share, under the lock.
static struct {
  pthread_mutex_t lock;
  FTS *tree;           // NULL: standard input
  int large;           // a file of several blocks that all work at, or -1
  uint64_t large_size, large_next;
  unsigned large_users;
  char large_path[4096];
  uint8_t carried[BEFORE + BEHIND];  // of standard input: the end of the block before
  size_t carried_count;
  uint64_t stream_offset;            // in standard input, of carried[0]
  bool stream_ended;
  int walkers;                       // threads that may still begin a file
  pthread_cond_t changed;            // a large file was begun, or a thread is through with its files
} shared = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .large = -1};

struct worker {
  struct scan scan;
  const hs_database_t *database;
  hs_scratch_t *scratch;
  uint8_t *buffer;  // a line feed, text, a line feed and room to look ahead
  pthread_t thread;
};

static void flush(struct worker *worker, const char *path) {
  if (!worker->scan.lines_length) return;
  pthread_mutex_lock(&shared.lock);
  printf("%s\n", path);
  fwrite(worker->scan.lines, 1, worker->scan.lines_length, stdout);
  pthread_mutex_unlock(&shared.lock);
  worker->scan.lines_length = 0;
}

// Scans `length` bytes of text that stand in the buffer from its second byte on.
static void scan_buffer(struct worker *worker, size_t length, size_t own_from, size_t own_to, uint64_t offset) {
  worker->buffer[0] = '\n';
  memset(worker->buffer + 1 + length, '\n', 64);
  worker->scan.text = worker->buffer;
  worker->scan.length = length + 2;
  worker->scan.own_from = own_from + 1;
  worker->scan.own_to = own_to + 1;
  worker->scan.base = offset - 1;
  patterns_scan(worker->database, worker->scratch, &worker->scan);
}

static size_t read_at(int file, uint8_t *into, size_t length, uint64_t offset) {
  size_t count = 0;
  while (count < length) {
    ssize_t now = pread(file, into + count, length - count, (off_t)(offset + count));
    if (now < 0 && errno == EINTR) continue;
    if (now <= 0) break;
    count += (size_t)now;
  }
  return count;
}

static void scan_block(struct worker *worker, int file, uint64_t size, uint64_t at, const char *path) {
  uint64_t from = at > BEFORE ? at - BEFORE : 0;
  uint64_t own_end = at + BLOCK < size ? at + BLOCK : size;
  size_t length = read_at(file, worker->buffer + 1, (size_t)(own_end - from) + BEHIND, from);
  size_t own_to = own_end - from < length ? (size_t)(own_end - from) : length;
  scan_buffer(worker, length, (size_t)(at - from), own_to, from);
  flush(worker, path);
}

// Takes part in the large file that is being read, if there is one.
static void help(struct worker *worker) {
  for (;;) {
    pthread_mutex_lock(&shared.lock);
    if (shared.large < 0 || shared.large_next >= shared.large_size) {
      pthread_mutex_unlock(&shared.lock);
      return;
    }
    int file = shared.large;
    uint64_t at = shared.large_next, size = shared.large_size;
    shared.large_next += BLOCK;
    shared.large_users++;
    pthread_mutex_unlock(&shared.lock);
    scan_block(worker, file, size, at, shared.large_path);
    pthread_mutex_lock(&shared.lock);
    if (--shared.large_users == 0 && shared.large_next >= shared.large_size) {
      close(shared.large);
      shared.large = -1;
    }
    pthread_mutex_unlock(&shared.lock);
  }
}

static void scan_file(struct worker *worker, const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status)) {
    perror(path);
    if (file >= 0) close(file);
    return;
  }
  uint64_t size = (uint64_t)status.st_size;
  if (size > BLOCK) {
    pthread_mutex_lock(&shared.lock);
    bool is_free = shared.large < 0;
    if (is_free) {
      shared.large = file;
      shared.large_size = size;
      shared.large_next = 0;
      pthread_cond_broadcast(&shared.changed);
      memcpy(shared.large_path, path, strlen(path) + 1);
    }
    pthread_mutex_unlock(&shared.lock);
    if (is_free) return help(worker);
  }
  for (uint64_t at = 0; at < size; at += BLOCK) scan_block(worker, file, size, at, path);
  close(file);
}

// The next files of the tree, each path behind the other with a zero; their number.
static unsigned take_paths(char (*paths)[4096]) {
  unsigned count = 0;
  pthread_mutex_lock(&shared.lock);
  while (shared.tree && count < PATHS) {
    FTSENT *entry = fts_read(shared.tree);
    if (!entry) {
      fts_close(shared.tree);
      shared.tree = NULL;
    } else if (entry->fts_info == FTS_F || entry->fts_info == FTS_NSOK) {
      snprintf(paths[count++], sizeof *paths, "%s", entry->fts_path);
    }
  }
  pthread_mutex_unlock(&shared.lock);
  return count;
}

static void *work_at_tree(void *context) {
  struct worker *worker = context;
  char(*paths)[4096] = malloc(PATHS * sizeof *paths);
  if (!paths) abort();
  unsigned count;
  while ((count = take_paths(paths))) {
    for (unsigned i = 0; i < count; i++) scan_file(worker, paths[i]);
    help(worker);
  }
  // Another thread may have begun, or may yet begin, a large file among its last ones.
  pthread_mutex_lock(&shared.lock);
  shared.walkers--;
  while (shared.walkers > 0 && shared.large < 0) pthread_cond_wait(&shared.changed, &shared.lock);
  pthread_cond_broadcast(&shared.changed);
  pthread_mutex_unlock(&shared.lock);
  help(worker);
  free(paths);
  return NULL;
}

static void *work_at_stream(void *context) {
  struct worker *worker = context;
  for (;;) {
    pthread_mutex_lock(&shared.lock);
    if (shared.stream_ended) break;
    uint8_t *text = worker->buffer + 1;
    size_t carried = shared.carried_count, length = carried;
    uint64_t offset = shared.stream_offset;
    memcpy(text, shared.carried, carried);
    while (length < carried + BLOCK) {
      ssize_t now = read(STDIN_FILENO, text + length, carried + BLOCK - length);
      if (now < 0 && errno == EINTR) continue;
      if (now <= 0) {
        shared.stream_ended = true;
        break;
      }
      length += (size_t)now;
    }
    size_t keep = length < BEFORE + BEHIND ? length : BEFORE + BEHIND;
    memcpy(shared.carried, text + length - keep, keep);
    shared.carried_count = keep;
    shared.stream_offset = offset + length - keep;
    size_t own_to = shared.stream_ended ? length : length - BEHIND;
    pthread_mutex_unlock(&shared.lock);
    scan_buffer(worker, length, offset ? BEFORE : 0, own_to, offset);
    flush(worker, "-");
  }
  pthread_mutex_unlock(&shared.lock);
  return NULL;
}

static int prepare(const char *tables, const char *path) {
  struct facts *facts = calloc(1, sizeof *facts);
  if (!facts) abort();
  facts_load(facts, tables);
  char *bytes;
  size_t length;
  FILE *file = fopen(path, "w");
  if (!file || hs_serialize_database(patterns_compile(), &bytes, &length)) {
    perror(path);
    return 2;
  }
  fwrite(facts, sizeof *facts, 1, file);
  fwrite(bytes, 1, length, file);
  return fclose(file) ? 2 : 0;
}

static const struct facts *load(const char *path, hs_database_t **database) {
  struct stat status;
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0 || fstat(file, &status)) {
    perror(path);
    exit(2);
  }
  size_t size = (size_t)status.st_size, behind = sizeof(struct facts);
  const uint8_t *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED || size <= behind
      || hs_deserialize_database((const char *)bytes + behind, size - behind, database)) {
    fprintf(stderr, "%s was not prepared by this program\n", path);
    exit(2);
  }
  return (const struct facts *)bytes;
}

int main(int count, char **arguments) {
  patterns_list();
  if (count == 4 && !strcmp(arguments[1], "prepare")) return prepare(arguments[2], arguments[3]);
  if (count == 2 && !strcmp(arguments[1], "version")) return puts(hs_version()), 0;
  if (count != 5) {
    fprintf(stderr, "usage: hyperscan prepare TABLES DATA | count|write THREADS DATA PATH | version\n");
    return 2;
  }
  bool writes = !strcmp(arguments[1], "write");
  int threads = atoi(arguments[2]);
  if (threads < 1 || threads > MAX_THREADS) threads = 1;
  hs_database_t *database = NULL;
  const struct facts *facts = load(arguments[3], &database);

  bool is_stream = !strcmp(arguments[4], "-");
  char *paths[] = {arguments[4], NULL};
  if (!is_stream) shared.tree = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, NULL);

  shared.walkers = threads;
  static struct worker workers[MAX_THREADS];
  for (int i = 0; i < threads; i++) {
    struct worker *worker = &workers[i];
    worker->database = database;
    worker->scan.facts = facts;
    worker->scan.lines_capacity = 1 << 20;
    worker->scan.lines = writes ? malloc(worker->scan.lines_capacity) : NULL;
    worker->buffer = malloc(BLOCK + BEFORE + 2 * BEHIND + 128);
    if (!worker->buffer || hs_alloc_scratch(database, &worker->scratch)) abort();
    if (pthread_create(&worker->thread, NULL, is_stream ? work_at_stream : work_at_tree, worker)) abort();
  }
  uint64_t counts[type_count] = {0};
  for (int i = 0; i < threads; i++) {
    pthread_join(workers[i].thread, NULL);
    for (int type = 0; type < type_count; type++) counts[type] += workers[i].scan.counts[type];
  }
  for (int type = 0; !writes && type < type_count; type++) {
    if (counts[type]) printf("%s %llu\n", type_names[type], (unsigned long long)counts[type]);
  }
  return 0;
}
