#include <sqlite3.h>

// Swift cannot call functions with a variable number of arguments.
static inline int pii_sqlite3_switch(sqlite3 *database, int option, int value) {
  return sqlite3_db_config(database, option, value, (int *)0);
}

// A file of a file system of our own: what SQLite knows of it, and the object behind it.
typedef struct pii_sqlite3_file {
  sqlite3_file base;
  void *object;
} pii_sqlite3_file;

// Swift does not see constants that are sums of others.
static const int pii_sqlite3_short_read = SQLITE_IOERR_SHORT_READ;
static const int pii_sqlite3_read_without_memory = SQLITE_IOERR_NOMEM;
