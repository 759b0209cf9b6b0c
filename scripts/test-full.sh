#!/bin/bash
# test-full.sh BIN: what only sizes prove, with the optimised programs in BIN.
#
# Generates a log, a CSV file, a mysqldump and prose (FULL_SIZE each, 1G) whose counts are known, and
# demands of each: every count right, the same findings with 1, 2 and 8 threads, and no more than
# FULL_MEMORY mebibytes (256) at the peak. Needs twice FULL_SIZE under FULL_DIR (a new folder in TMPDIR).
set -euo pipefail
export LC_ALL=C
bin=$1
size=${FULL_SIZE:-1G} memory=${FULL_MEMORY:-256}
dir=${FULL_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/pii-scan-full.XXXXXX")}
mkdir -p "$dir"
trap 'rm -f "$dir"/{big.*,expected,inventory.csv,found,known,peak,key}; rmdir "$dir" 2>/dev/null || true' EXIT
head -c 32 /dev/zero >"$dir/key"
day=2026-11-22
failed=0

fail() {
  failed=1
  echo "  FAILED: $1"
}

# The sum of `matches` per type, as `type count`, of the generator's answers and of an inventory.
known() {
  sed -E 's/.*"type":"([a-z-]+)","matches":([0-9]+).*/\1 \2/' "$dir/expected" | sort
}
found() {
  awk -F , 'NR > 1 { n[$5] += $11 } END { for (t in n) print t, n[t] }' "$dir/inventory.csv" | sort
}

prove() {
  local kind=$1 file=$2 threads sum first=''
  echo "$kind of $size"
  "$bin/corpus-generator" big "$kind" --bytes "$size" --out "$file" --expected "$dir/expected" --as-of "$day"
  for threads in 1 2 8; do
    sum=$(/usr/bin/time -q -f %M -o "$dir/peak" "$bin/pii-scan" scan "$file" --format jsonl --as-of "$day" \
      --key-file "$dir/key" --threads "$threads" --progress never | sha256sum)
    echo "  $threads thread(s): peak $(($(cat "$dir/peak") / 1024)) MiB"
    [[ -z $first || $sum == "$first" ]] || fail "the findings with $threads threads differ"
    (($(cat "$dir/peak") <= memory * 1024)) || fail "more than $memory MiB"
    first=$sum
  done
  "$bin/pii-scan" scan "$file" --format csv --as-of "$day" --findings none --progress never >"$dir/inventory.csv"
  known >"$dir/known"
  found >"$dir/found"
  if diff "$dir/known" "$dir/found" >"$dir/peak"; then
    echo "  counts of $(awk '{ n += $2 } END { print n }' "$dir/found") values agree"
  else
    sed 's/^/  /' "$dir/peak"
    fail "counts differ (< expected, > found)"
  fi
  rm "$file"
}

prove log "$dir/big.log"
prove csv "$dir/big.csv"
prove mysqldump "$dir/big.sql"
prove prose "$dir/big.txt"
exit $failed
