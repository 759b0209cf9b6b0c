#!/bin/bash
# accuracy.sh BIN DAY SHARE: scans the corpus with the program in BIN and holds what it finds against the
# answers in expected.jsonl and expected-inventory.jsonl. Fails where precision or recall of a type is
# below SHARE, or less than that share of the inventory's cells agrees.
set -euo pipefail
bin=$1 day=$2 share=$3
report=$(mktemp -d)
trap 'rm -r "$report"' EXIT

status=0
"$bin/pii-scan" scan corpus --as-of "$day" --report "$report" --quiet --progress never || status=$?
# 2: corpus/hostile holds broken files, which are gaps.
[[ $status -eq 0 || $status -eq 2 ]] || exit "$status"

failed=0
"$bin/accuracy" --expected corpus --findings "$report/findings.jsonl" --require "$share" || failed=1
for expected in corpus/*/expected-inventory.jsonl; do
  echo
  echo "inventory of ${expected%/*}"
  # It fails for a single cell; here their share decides.
  "$bin/accuracy" inventory --expected "$expected" --inventory "$report/inventory.csv" || true
done | tee "$report/inventory"
echo
awk -v share="$share" '/ cells compared, / { cells += $1; off += $4 + 7 * ($6 + $9) }
  END {
    printf "inventory: %d of %d cells agree\n", cells - off, cells
    exit cells == 0 || cells - off < share * cells
  }' "$report/inventory" || failed=1
if ((failed)); then echo "accuracy: below $share" >&2; fi
exit $failed
