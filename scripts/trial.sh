#!/bin/bash
# trial.sh BIN TOOLS SIZE SEED...: scans held-out material of each seed with the program in BIN, written
# and judged by the tools in TOOLS, against the gates of docs/accuracy.md. SIZE is about the number of
# values of a type in a surrounding. With ACCURACY_JSON=DIR the results are kept there.
set -euo pipefail
bin=$1 tools=$2 size=$3
shift 3
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

failed=0
for seed in "$@"; do
  "$tools/corpus-generator" trial "$work/trial" --seed "$seed" --size "$size"
  status=0
  (cd "$work" && "$bin/pii-scan" scan trial --as-of 2026-11-22 --min-confidence possible \
    --report report --quiet --progress never) || status=$?
  [[ $status -eq 0 ]] || exit "$status"
  json=()
  if [[ -n ${ACCURACY_JSON:-} ]]; then
    mkdir -p "$ACCURACY_JSON"
    json=(--json "$ACCURACY_JSON/trial-$seed.json")
  fi
  echo "trial of seed $seed, size $size"
  "$tools/accuracy" trial --expected "$work/trial" --root trial \
    --findings "$work/report/findings.jsonl" --inventory "$work/report/inventory.csv" \
    --gate log:precision=0.97 --gate log:f1=0.97 --gate csv:f1=0.995 --gate sql:f1=0.995 \
    --gate columns=1 --gate reliability "${json[@]}" || failed=1
  rm -r "$work/trial" "$work/report"
done
if ((failed)); then echo 'accuracy: a gate of the trial is missed' >&2; fi
exit $failed
