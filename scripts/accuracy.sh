#!/bin/bash
# accuracy.sh BIN DAY SHARE: scans the corpus with the program in BIN and holds what it finds against the
# answers in expected.jsonl and expected-inventory.jsonl. Fails where precision or recall of a type is
# below SHARE.
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
  "$bin/accuracy" inventory --expected "$expected" --inventory "$report/inventory.csv" || failed=1
done
exit $failed
