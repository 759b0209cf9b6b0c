// Linked into the static program only (scripts/dist.sh): what it must know by itself where nothing but the program
// is there, no file of a locale and not even /proc.

#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

// Of Swift's runtime: the arguments, which it otherwise reads from /proc/self/cmdline.
void _swift_stdlib_overrideUnsafeArgvArgc(char **argv, int argc);

// Before the constructors of Swift's runtime, which have no priority.
__attribute__((constructor(101))) static void start(int argc, char **argv, char **environment) {
  (void)environment;
  if (access("/proc/self/exe", F_OK) == 0) return;
  _swift_stdlib_overrideUnsafeArgvArgc(argv, argc);
  // The runtime looks for its own folder from /proc/self/exe, and aborts where it cannot. It has none here.
  setenv("SWIFT_ROOT", "/", 0);
}

// libarchive asks in which encoding to give names. The ordinary program answers with the locale C.UTF-8
// (NameLocale), which is a file; without that file all names that are not ASCII would be lost.
char *nl_langinfo(nl_item item) {
  static char utf8[] = "UTF-8";
  return item == CODESET ? utf8 : nl_langinfo_l(item, uselocale((locale_t)0));
}
