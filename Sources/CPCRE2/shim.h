// PCRE2 names its functions after the code unit width; Swift sees the suffixed ones (pcre2_match_8).
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
