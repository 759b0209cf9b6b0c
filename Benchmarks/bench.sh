#!/bin/bash
# bench.sh PROGRAM GENERATOR PEERS: speed, memory and start-up of pii-scan beside others, in one run, taking turns:
# ripgrep with one union pattern, a Hyperscan program with the same checks (peers/), `wc -l`, a plain vector read.
# Prints tables in Markdown, and last what was aimed at (aims.tsv) with what was reached.
#
# A number by itself means little: machines differ, and a busy one lies. Read the ratios. All medians, page cache warm.
#
# From the environment: BENCH_DIR (a new folder under TMPDIR; 6 GB for a while), BENCH_LOG, BENCH_MIXED, BENCH_PROSE,
# BENCH_DENSE (sizes: 512M, 256M, 256M, 64M), BENCH_TREE (files: 30000), BENCH_RUNS (3), BENCH_SEED (1), BENCH_FULL (1: up to 10 GB),
# BENCH_ONLY (some of: log mixed prose dump csv tree gz zst growth rules).
set -euo pipefail
export LC_ALL=C
program=$(realpath "$1") generator=$(realpath "$2") peers=$(realpath "$3")
here=$(realpath "$(dirname "$0")")
rounds=${BENCH_RUNS:-3} seed=${BENCH_SEED:-1} tree_files=${BENCH_TREE:-30000}
folder=${BENCH_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/pii-scan-bench.XXXXXX")}
mkdir -p "$folder/empty"
made=(halves tree rules empty sources times growth memory processor key data written)
made+=(file file.gz tree.tar.zst growing grown)
trap 'rm -rf "${made[@]/#/$folder/}"
  rmdir "$folder" 2>/dev/null || true' EXIT
source "$here/measure.sh"
source "$here/material.sh"
source "$here/growth.sh"
: >"$folder/times"
head -c 32 /dev/zero >"$folder/key"
"$peers/hyperscan" prepare "$here/../rulesets/tables" "$folder/data"

# What somebody with a regular-expression tool would look for, at its easiest: no check digits, no dates of birth, no
# labels, addresses by a street and a number. Matches are counted, not lines: ripgrep leaves a line after its first
# match, and a dump has few lines. In bytes, since ripgrep's Unicode classes would cost it a third of its speed.
pattern='(?-u:\b[1-6]\d{16}[\dXx]\b|\b1[3-9]\d{9}\b|\b[3-6]\d{15,18}\b|\b0\d{2,3}-\d{7,8}\b|\b\d{15}\b'
pattern+='|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})|[路街道巷]\p{Han}{0,6}[0-9]+号'
union=(--count-matches --no-config --no-ignore --hidden --threads 2 "$pattern")

declare -A titles=(
  [scan1]="pii-scan, all findings written, one thread" [scan2]="pii-scan, all findings written, two threads"
  [inventory1]="pii-scan, --findings none, one thread" [inventory2]="pii-scan, --findings none, two threads"
  [peer-write]="Hyperscan program, matches written, two threads" [peer-count]="Hyperscan program, counts, two threads"
  [rg]="ripgrep, union pattern, two threads" [wc]="wc -l" [read]="vector read, two threads"
  [unpack]="unpacking alone" [rules-2]="pii-scan with 100 further rules, two threads"
)

# Lines of a file, of standard input or of the files of a folder.
count_lines='if [ -d "$1" ]; then find "$1" -type f -print0 | wc -l --files0-from=-; else wc -l "$1"; fi'

scan() { "$program" scan "$1" --findings all --format jsonl --progress never "${@:2}"; }

# run MATERIAL PROGRAM PATH SHARES: once. With `unpack` set, its output is what peers read.
run() {
  local material=$1 name=$2 path=$3 shares=$4
  local own=("$program" scan "$path" --progress never --threads "${name: -1}") input=${unpack:-}
  local peer=("$peers/hyperscan" "${name#peer-}" 2 "$folder/data" "${unpack:+-}")
  [[ -n ${peer[-1]} ]] || peer[-1]=$path
  case $name in
    scan*) input='' measure "$material" "$name" "${own[@]}" --findings all --format jsonl ;;
    inventory*) input='' measure "$material" "$name" "${own[@]}" --findings none --format csv ;;
    rules-2) input='' measure "$material" "$name" "${own[@]}" --findings all --format jsonl --rules "$folder/rules" ;;
    peer-*) measure "$material" "$name" "${peer[@]}" ;;
    rg) input='' measure "$material" "$name" rg "${union[@]}" ${unpack:+--search-zip --text} "$shares" ;;
    wc) measure "$material" "$name" sh -c "$count_lines" - "${peer[-1]}" ;;
    read) measure "$material" "$name" "$peers/vector-read" 2 "$path" ;;
    unpack) input='' measure "$material" "$name" $unpack ;;
  esac
}

# take_turns MATERIAL PATH SHARES PROGRAM...: one after the other, as often as there are rounds. SHARES is what ripgrep
# gets, so that it has a file for each of its threads.
take_turns() {
  local material=$1 path=$2 shares=$3 round name
  shift 3
  for ((round = 0; round < rounds; round++)); do
    for name in "$@"; do run "$material" "$name" "$path" "$shares"; done
  done
}

# The warm-up is the proof as well: the same bytes whatever the number of threads. Leaves lines and bytes in `written`.
prove() {
  local one two
  rm -f "$folder/written"
  one=$(scan "$1" --threads 1 --key-file "$folder/key" | sha256sum)
  two=$(scan "$1" --threads 2 --key-file "$folder/key" | tee >(wc -lc >"$folder/written") | sha256sum)
  if [[ $one != "$two" ]]; then
    echo "the findings in $1 with one thread and with two differ" >&2
    exit 1
  fi
  until [[ -s $folder/written ]]; do sleep 0.01; done
}

# bench MATERIAL TITLE PATH SHARES PROGRAM...
bench() {
  local material=$1 title=$2 path=$3 shares=$4
  shift 4
  prove "$path"
  take_turns "$material" "$path" "$shares" "$@"
  table "$material" "$title" "${size:-$(bytes_of "$path")}" "$@"
}

# How many others wanted a processor during the last minute.
load() { awk -v own="${1:-0}" '{ n = $1 - own; print n < 0.5 ? 0 : n }' /proc/loadavg; }

wanted() { [[ " ${BENCH_ONLY:-log mixed prose dump csv tree gz zst growth rules} " == *" $1 "* ]]; }

echo "Measured on $(date -u +%F): $("$program" --version | sed -n 1p); $(rg --version | sed -n 1p);" \
  "Hyperscan $("$peers/hyperscan" version); $(wc --version | sed -n 1p);" \
  "$(awk -F ': *' '/^model name/ { print $2; exit }' /proc/cpuinfo), $(nproc) processors;" \
  "medians of $rounds runs, programs taking turns. Programs that ran beside it when it began: $(load)."

for ((run = 0; run < 21; run++)); do
  measure nothing scan2 "$program" scan "$folder/empty" --findings all --format jsonl --progress never --threads 2
  measure nothing peer-write "$peers/hyperscan" write 2 "$folder/data" "$folder/empty"
  measure nothing rg rg "${union[@]}" "$folder/empty"
done
table nothing "Nothing (an empty folder: start-up)" 0 scan2 peer-write rg

plain=(scan1 scan2 peer-write rg wc read)
dense=(scan1 scan2 inventory1 inventory2 peer-write peer-count rg wc read)
packed=(scan2 peer-write rg wc unpack)
if wanted log || wanted rules; then
  generated log "${BENCH_LOG:-512M}" file
  write_rules
  bench log "Sparse log: one datum in 7.5 KB, four look-alike numbers on every line" \
    "$folder/file" "$folder/halves" "${plain[@]}" rules-2
fi
if wanted mixed; then
  generated mixed-log "${BENCH_MIXED:-256M}" file
  bench mixed "Logs of six programs: one datum in 7.5 KB" "$folder/file" "$folder/halves" "${plain[@]}"
fi
if wanted prose; then
  generated prose "${BENCH_PROSE:-256M}" file
  bench prose "Chinese prose: one datum in 1 KB" "$folder/file" "$folder/halves" "${plain[@]}"
fi
if wanted csv; then
  generated csv "${BENCH_DENSE:-64M}" file
  bench csv "Dense CSV: nearly every cell is personal data" \
    "$folder/file" "$folder/halves" "${dense[@]}"
fi
if wanted dump || wanted gz; then
  generated mysqldump "${BENCH_DENSE:-64M}" file
  if wanted dump; then
    bench dump "Dense mysqldump: nearly every value is personal data" "$folder/file" "$folder/halves" "${dense[@]}"
  fi
  gzip --fast --keep --force "$folder/file"
  if wanted gz; then
    size=$(bytes_of "$folder/file") unpack="gzip -dc $folder/file.gz" \
      bench gz "The same dump as .sql.gz (MB unpacked)" "$folder/file.gz" "$folder/file.gz" "${packed[@]}"
  fi
fi
if wanted tree || wanted zst; then
  echo
  source_tree
  ! wanted tree || bench tree "Source tree" "$folder/tree" "$folder/tree" "${plain[@]}"
  if wanted zst; then
    tar --create --directory "$folder" --sort=name tree | zstd -q -3 -T2 -o "$folder/tree.tar.zst" --force
    size=$(bytes_of "$folder/tree") unpack="zstd -dcq $folder/tree.tar.zst" \
      bench zst "The same tree as .tar.zst (MB unpacked)" \
      "$folder/tree.tar.zst" "$folder/tree.tar.zst" "${packed[@]}"
  fi
  rm -rf "$folder/tree"
fi
if wanted growth; then
  echo
  echo "| two threads | MB | processor time, ns a byte, but for the first 100 KB | times those at 10 MB | peak memory, MiB |"
  echo "|---|---:|---:|---:|---:|"
  growth log "sparse log, all findings written" "10 100 1000${BENCH_FULL:+ 10000}" --findings all --format jsonl
  growth csv "dense CSV, \`--findings none\`" "10 100${BENCH_FULL:+ 1000 10000}" --findings none --format csv
fi
verdicts "$here/aims.tsv"
echo
echo "Programs that ran beside the last one: $(load 2). Where it is not 0, wall times and what two threads gain are" \
  "too poor."
