#!/bin/bash
# gates.sh BUILD PROGRAM GENERATOR COUNTS.SO: what a megabyte costs, counted, against the limits of gates.tsv.
# BUILD names the rows: debug, or release, which counts instructions too. With WRITE=1 the rows are written anew.
#
# Everything is the difference between two sizes of the same material, so that start-up and tables are out of it; all
# findings written, one thread. The numbers are the same at every run (hashes are seeded alike), up to a few blocks.
set -euo pipefail
export LC_ALL=C SWIFT_DETERMINISTIC_HASHING=1
build=$1 program=$(realpath "$2") generator=$(realpath "$3") counts=$(realpath "$4")
table=$(realpath "$(dirname "$0")/gates.tsv")
folder=$(mktemp -d "${TMPDIR:-/tmp}/pii-scan-gates.XXXXXX")
trap 'rm -rf "$folder"' EXIT
head -c 32 /dev/zero >"$folder/key"
arguments=(--findings all --format jsonl --threads 1 --progress never --key-file "$folder/key" --as-of 2026-11-22)

# cost MATERIAL SIZE: counts of one scan, as `measure<tab>count`, with the size in bytes.
cost() {
  local file=$folder/$1-$2
  "$generator" big "$1" --bytes "$2" --seed 1 --out "$file"
  COUNTS=$file.counts LD_PRELOAD=$counts "$program" scan "$file" "${arguments[@]}" >/dev/null
  if [[ $build == release && $(uname -m) == x86_64 ]]; then
    # valgrind cannot read the debug information of Swift.
    strip -g -o "$file.program" "$program"
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null \
      "$file.program" scan "$file" "${arguments[@]}" 2>&1 >/dev/null \
      | awk '/ I +refs:/ { gsub(",", "", $NF); print "instructions\t" $NF }' >>"$file.counts"
  fi
  printf 'bytes\t%d\n' "$(stat -c %s "$file")" >>"$file.counts"
}

# material MATERIAL SMALL LARGE: its measures, as `material<tab>measure<tab>value`.
material() {
  cost "$1" "$2"
  cost "$1" "$3"
  awk -F '\t' -v OFS='\t' -v material="$1" '
    NR == FNR { small[$1] = $2; next }
    { cost[$1] = $2 - small[$1] }
    END {
      for (measure in cost) {
        if (measure == "bytes") continue
        unit = measure == "allocations" || measure == "patterns" ? 1e6 : 1
        print material, measure, sprintf(unit == 1 ? "%.2f" : "%.0f", cost[measure] / cost["bytes"] * unit)
      }
    }' "$folder/$1-$2.counts" "$folder/$1-$3.counts" >"$folder/$1.measured"
}

# Two at a time: they only count. Dense ones cost most, and settle on what their columns are within the first megabyte.
material log 1M 3M & first=$!
material csv 1M 2M
wait "$first"
material prose 1M 3M & first=$!
material mysqldump 1M 2M
wait "$first"
cat "$folder"/*.measured | sort >"$folder/all"

if [[ -n ${WRITE:-} ]]; then
  {
    awk -F '\t' -v build="$build" '$1 != build' "$table"
    awk -F '\t' -v OFS='\t' -v build="$build" -v day="$(date -u +%F)" '
      BEGIN { slack["allocations"] = 50; slack["patterns"] = 10; slack["copied"] = 0.05; slack["instructions"] = 0.5 }
      { limit = $3 * 1.08 + slack[$2]
        print build, $1, $2, sprintf(slack[$2] >= 1 ? "%.0f" : "%.2f", limit), $3, day }' "$folder/all"
  } >"$folder/table"
  cp "$folder/table" "$table"
fi

awk -F '\t' -v build="$build" '
  NR == FNR { if ($1 == build) { limit[$2, $3] = $4; before[$2, $3] = $5 }; next }
  {
    if (!(($1, $2) in limit)) { print "gates: no limit for " $2 " on " $1 " (" build ")"; failed = 1; next }
    seen++
    if ($3 + 0 <= limit[$1, $2] + 0) next
    printf "gates: %s on %s (%s): expected at most %s, came %s; it was %s when the limit was set\n",
      $2, $1, build, limit[$1, $2], $3, before[$1, $2]
    failed = 1
  }
  END {
    if (!seen) failed = 1
    if (!failed) printf "gates (%s): %d counts within their limits\n", build, seen
    exit failed
  }' "$table" "$folder/all"
