#!/bin/bash
# bench.sh PROGRAM GENERATOR: speed and peak memory of a scan with all its findings written, beside
# ripgrep with one union pattern and beside `wc -l`, all in one run, taking turns.
#
# Made anew each time (same seed, same bytes), deleted at the end:
#   log    sparse: one datum in about 8 KB, four look-alike numbers on every line
#   dump   dense: a mysqldump of rows that are nearly all personal data
#   prose  Chinese sentences, one datum in about 1 KB
#
# A number by itself means little: machines differ, and a busy one lies. Read the ratios.
#
# From the environment: BENCH_DIR (a new folder under TMPDIR), BENCH_LOG and BENCH_DENSE (sizes, 512M and
# 128M), BENCH_RUNS (3), BENCH_SEED (1), BENCH_THREADS ("1 2").
set -euo pipefail
export LC_ALL=C
program=$(realpath "$1") generator=$(realpath "$2")
runs=${BENCH_RUNS:-3}
threads=${BENCH_THREADS:-1 2}
dir=${BENCH_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/pii-scan-bench.XXXXXX")}
mkdir -p "$dir"
trap 'rm -f "$dir"/{log.log,dump.sql,prose.txt,key,times.*}; rmdir "$dir" 2>/dev/null || true' EXIT

# What somebody with a regular-expression tool would look for, at its easiest: no check digits, no dates of
# birth, no labels, addresses by a street and a number. Matches are counted, not lines: ripgrep leaves a line
# after its first match, and a dump has few lines.
union='\b[1-6]\d{16}[\dXx]\b|\b1[3-9]\d{9}\b|\b[3-6]\d{15,18}\b|\b0\d{2,3}-\d{7,8}\b|\b\d{15}\b'
union+='|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}'
# In bytes, since ripgrep's Unicode classes would cost it a third of its speed.
union="(?-u:${union})|[路街道巷]\\p{Han}{0,6}[0-9]+号"

# measure NAME COMMAND...: runs it once, output thrown away; adds "seconds kilobytes" to its list.
measure() {
  local name=$1
  shift
  /usr/bin/time -q -f '%e %M' -a -o "$dir/times.$name" "$@" >/dev/null || true
}

# Median seconds and largest memory of a list.
median() { sort -n "$dir/times.$1" | awk '{ s[NR] = $1 } END { print s[int((NR + 1) / 2)] }'; }
peak() { awk '$2 > m { m = $2 } END { printf "%.1f", m / 1024 }' "$dir/times.$1"; }

# row FILE NAME TITLE: one line of the table; the ratio is to ripgrep's time.
row() {
  awk -v size="$(stat -c %s "$1")" -v own="$(median "$2")" -v peer="$(median rg)" \
    -v title="$3" -v peak="$(peak "$2")" 'BEGIN {
      if (own <= 0) own = 0.01
      printf "  %-24s %8.2f s %9.0f MB/s %8.2f x ripgrep %9.1f MiB\n", title, own, size / own / 1e6, peer / own, peak
    }'
}

scan() { "$program" scan "$1" --findings all --format jsonl --progress never "${@:2}"; }

bench() {
  local file=$1 title=$2 n run
  rm -f "$dir"/times.*
  echo
  echo "$title: $(stat -c %s "$file" | awk '{ printf "%.0f", $1 / 1048576 }') MiB"
  # The warm-up is the proof as well: the same bytes whatever the number of threads.
  local first='' sum
  for n in $threads; do
    sum=$(scan "$file" --threads "$n" --key-file "$dir/key" | tee >(wc -l >"$dir/times.count") | sha256sum)
    if [[ -n $first && $sum != "$first" ]]; then
      echo "the findings with $n threads differ" >&2
      exit 1
    fi
    first=$sum
  done
  echo "  $(cat "$dir/times.count") findings, the same bytes with $threads threads"
  rm "$dir/times.count"
  for ((run = 0; run < runs; run++)); do
    for n in $threads; do
      measure "own$n" "$program" scan "$file" --findings all --format jsonl --progress never --threads "$n"
    done
    measure rg rg --count-matches --no-config "$union" "$file"
    measure wc wc -l "$file"
  done
  for n in $threads; do row "$file" "own$n" "pii-scan, $n thread(s)"; done
  row "$file" rg "rg --count-matches"
  row "$file" wc "wc -l"
}

echo "$("$program" --version | sed -n 1p); $(rg --version | sed -n 1p); $(wc --version | sed -n 1p)"
echo "$(awk -F ': *' '/^model name/ { print $2; exit }' /proc/cpuinfo), $(nproc) processors; median of $runs runs"
head -c 32 /dev/zero >"$dir/key"
seed=${BENCH_SEED:-1}
"$generator" big log --bytes "${BENCH_LOG:-512M}" --seed "$seed" --out "$dir/log.log"
bench "$dir/log.log" "Sparse log"
rm "$dir/log.log"
"$generator" big mysqldump --bytes "${BENCH_DENSE:-128M}" --seed "$seed" --out "$dir/dump.sql"
bench "$dir/dump.sql" "Dense mysqldump"
rm "$dir/dump.sql"
"$generator" big prose --bytes "${BENCH_DENSE:-128M}" --seed "$seed" --out "$dir/prose.txt"
bench "$dir/prose.txt" "Chinese prose"
