#!/bin/bash
# example.sh PAGE NAME: prints the block of code that follows the line `<!-- ... check: NAME -->`.
set -euo pipefail
awk -v name="$2" '
  index($0, " check: " name " -->") { isNext = 1; next }
  isNext && /^```/ { if (isInside) exit; isInside = 1; next }
  isInside { print; count++ }
  END { if (!count) { print "no example " name > "/dev/stderr"; exit 1 } }' "$1"
