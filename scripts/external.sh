#!/bin/bash
# external.sh BIN TOOLS: accuracy on test data of other projects' libraries, by surrounding and by library.
# Skipped with a line where they cannot be had. With ACCURACY_JSON=DIR the results are kept there.
set -euo pipefail
bin=$(cd "$1" && pwd) tools=$(cd "$2" && pwd)
scripts=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

status=0
"$scripts/external-corpus.sh" "$work/external" 1 100 || status=$?
if [[ $status -eq 75 ]]; then exit 0; fi
[[ $status -eq 0 ]] || exit "$status"
cd "$work"
"$bin/pii-scan" scan external --as-of 2026-11-22 --min-confidence possible --report report --quiet \
  --progress never
keep() { if [[ -n ${ACCURACY_JSON:-} ]]; then echo --json "$ACCURACY_JSON/$1.json"; fi; }
judge() {
  "$tools/accuracy" trial --expected external --root external --findings report/findings.jsonl \
    --inventory report/inventory.csv "$@"
}
echo 'external material by surrounding'
# shellcheck disable=SC2046
judge $(keep external)
echo 'external material by library'
# shellcheck disable=SC2046
judge --by-stem $(keep external-by-library)
