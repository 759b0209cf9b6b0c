#!/bin/bash
# dist-test.sh ARCHIVE PROGRAM DAY: what `make dist` promises, held against the ordinary PROGRAM.
#
# The program out of ARCHIVE needs no other file: as root it runs in a root directory that holds nothing but it and
# the corpus, not even /proc; else with an empty environment. There it must write the same reports, byte for byte, and
# name the members of archives alike. It says that it can load no client library. And it starts within
# DIST_START_MS milliseconds (10; median of 20 scans of an empty directory, the best of ten rounds, since other work only
# ever adds; on a busy machine, where no round is good enough, by its processor time).
set -euo pipefail
cd "$(dirname "$0")/.."
archive=$1 program=$(realpath "$2") day=$3
limit=${DIST_START_MS:-10}
dir=$(mktemp -d "${TMPDIR:-/tmp}/pii-scan-dist.XXXXXX")
trap 'rm -rf "$dir"' EXIT
failed=0
fail() {
  failed=1
  echo "  FAILED: $1"
}

mkdir "$dir/root" "$dir/root/empty" "$dir/root/names"
tar -xzf "$archive" -C "$dir"
mv "$dir"/pii-scan-*/pii-scan "$dir/root/pii-scan"
cp -r corpus "$dir/root/corpus"
head -c 32 /dev/zero >"$dir/root/key"
# Names that are not ASCII: stored in UTF-16 (7z, ISO 9660), flagged as UTF-8 (zip) and as bytes (tar).
mkdir -p "$dir/员工档案"
printf '姓名：张伟 手机：13812345678\n' >"$dir/员工档案/通讯录.txt"
for format in 7zip iso9660 zip pax; do
  (cd "$dir" && LC_ALL=C.UTF-8 bsdtar --format "$format" -cf "root/names/$format" 员工档案)
done

! ldd "$dir/root/pii-scan" >/dev/null 2>&1 || fail 'the program needs shared libraries'
if [[ $(id -u) -eq 0 ]]; then
  alone() { env -i "$(command -v chroot)" "$dir/root" /pii-scan "$@"; }
  echo 'in a root directory with nothing else in it'
else
  alone() { (cd "$dir/root" && env -i ./pii-scan "$@"); }
  echo 'with an empty environment (as root: in a root directory with nothing else in it)'
fi
ordinary() { (cd "$dir/root" && env -i "$program" "$@"); }

for run in alone ordinary; do
  for what in corpus names; do
    status=0
    "$run" scan "$what" --report "$run-$what" --key-file key --as-of "$day" --min-confidence possible \
      --quiet --progress never 2>/dev/null || status=$?
    echo "$status" >"$dir/root/$run-$what/status"
  done
done
for what in corpus names; do
  if diff -r "$dir/root/alone-$what" "$dir/root/ordinary-$what" >/dev/null; then
    echo "  $what: the same $(wc -l <"$dir/root/alone-$what/findings.jsonl") findings, and all other files"
  else
    fail "$what: the reports differ"
  fi
done
grep -q '员工档案/通讯录.txt' "$dir/root/alone-names/findings.jsonl" || fail 'names of members are lost'

status=0
alone db postgres://nobody@nowhere/nothing --lang en >"$dir/said" 2>&1 || status=$?
if [[ $status -ne 0 ]] && grep -q 'linked statically' "$dir/said"; then
  echo "  db: exit status $status, and says why"
else
  fail "db: exit status $status"
fi

start() { for _ in {1..20}; do "$dir/root/pii-scan" scan "$dir/root/empty" --quiet; done; }
median() {
  for _ in {1..20}; do
    from=${EPOCHREALTIME/[.,]/}
    "$dir/root/pii-scan" scan "$dir/root/empty" --quiet
    echo $((${EPOCHREALTIME/[.,]/} - from))
  done | sort -n | sed -n 10p
}
wall=$(for _ in {1..10}; do median; done | sort -n | head -1)
TIMEFORMAT='%U %S'
read -r user system < <({ time start; } 2>&1)
read -r load _ </proc/loadavg
awk -v user="$user" -v kernel="$system" -v wall="$wall" -v limit="$limit" -v busy="$load" \
  -v processors="$(nproc)" 'BEGIN {
  printf "  start: %.1f ms; %.1f ms user and %.1f ms system time\n", wall / 1000, user * 50, kernel * 50
  if (wall <= limit * 1000) exit 0
  if (busy * 2 < processors) exit 1
  printf "  other work (load %s) is in the way: the processor time is judged, by half as much again\n", busy
  exit (user + kernel) * 50 > 1.5 * limit
}' || fail "it takes more than $limit ms to start"
exit $failed
