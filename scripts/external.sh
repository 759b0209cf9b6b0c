#!/bin/bash
# external.sh BIN TOOLS: accuracy on test data of other projects' libraries, by surrounding and by library.
# Skipped with a line where they cannot be had. With RESULTS=DIR they are kept there, as JSON and as tables.
set -euo pipefail
bin=$(cd "$1" && pwd) tools=$(cd "$2" && pwd)
scripts=$(cd "$(dirname "$0")" && pwd)
[[ -z ${RESULTS:-} ]] || { mkdir -p "$RESULTS" && RESULTS=$(cd "$RESULTS" && pwd); }
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

status=0
"$scripts/external-corpus.sh" "$work/external" 1 100 || status=$?
if [[ $status -eq 75 ]]; then exit 0; fi
[[ $status -eq 0 ]] || exit "$status"
cd "$work"
"$bin/pii-scan" scan external --as-of 2026-11-22 --min-confidence possible --report report --quiet \
  --progress never
judge() {
  "$tools/accuracy" trial --expected external --root external --findings report/findings.jsonl \
    --inventory report/inventory.csv "$@"
}
if [[ -n ${RESULTS:-} ]]; then
  judge --json "$RESULTS/external.json" --markdown >"$RESULTS/external.md"
  judge --json "$RESULTS/libraries.json" --by-stem --markdown >"$RESULTS/libraries.md"
fi
echo 'external material by surrounding'
judge
echo 'external material by library'
judge --by-stem
