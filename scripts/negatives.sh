#!/bin/bash
# negatives.sh BIN TOOLS quick|full: findings in what holds nothing personal, per megabyte; e-mail addresses
# aside, which sources are full of. Fails above 0.02 findings a megabyte at `likely`.
#
# Material: sources that the package manager fetched, headers, made-up lists (hashes, floats, ISBN, EAN,
# counters, lock file, minified script); `full` adds /usr/share, the libraries of Python, and git logs.
set -euo pipefail
bin=$(cd "$1" && pwd) tools=$(cd "$2" && pwd)
size=$3
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

lines=4000
[[ $size == full ]] && lines=60000
"$tools/corpus-generator" negatives "$work/lists" --seed 7 --size "$lines"
places=("$work/lists")
for place in .build/checkouts /usr/include; do [[ -e $place ]] && places+=("$place"); done
if [[ $size == full ]]; then
  # What packages of the distribution put there, and nothing that was copied in by hand.
  for place in /usr/share/* /usr/lib/python3 /usr/lib/python3.*; do
    if dpkg-query -S "$place" >/dev/null 2>&1; then places+=("$place"); fi
  done
  mkdir "$work/logs"
  # Hashes, times and subjects; authors are persons.
  for checkout in .build/checkouts/*/; do
    git -C "$checkout" log -n 20000 --format='%H %ct %s' --shortstat \
      >"$work/logs/$(basename "$checkout").log" 2>/dev/null || true
  done
  places+=("$work/logs")
fi

du -cshx --apparent-size "${places[@]}" | sed "s,$work/,," | sort -rh | head -n 12
# Compiled files and other binaries are gaps: exit status 2, and a line each.
status=0
"$bin/pii-scan" scan "${places[@]}" --as-of 2026-11-22 --report "$work/report" --quiet \
  --progress never 2>/dev/null || status=$?
[[ $status -eq 0 || $status -eq 2 ]] || exit "$status"
"$tools/accuracy" negatives --findings "$work/report/findings.jsonl" \
  --coverage "$work/report/coverage.csv" --aside email --max-per-mb 0.02 --top 40 \
  | sed "s,$work/,," || {
  echo 'accuracy: more than 0.02 findings a megabyte in material without personal data' >&2
  exit 1
}
