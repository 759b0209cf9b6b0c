#!/bin/bash
# tables.sh DOCUMENT FOLDER: puts FOLDER/NAME.md into a document, between `<!-- table: NAME -->` and `<!-- end -->`.
set -euo pipefail
new=$(mktemp)
trap 'rm "$new"' EXIT
awk -v folder="$2" '
  /^<!-- table: / {
    print
    file = folder "/" $3 ".md"
    while ((status = (getline line < file)) > 0) print line
    if (status < 0) {
      print file " cannot be read" >"/dev/stderr"
      exit 1
    }
    close(file)
    skipping = 1
    next
  }
  /^<!-- end -->/ { skipping = 0 }
  !skipping' "$1" >"$new"
cp "$new" "$1"
