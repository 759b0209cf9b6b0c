#!/bin/bash
# trial.sh BIN TOOLS SIZE SEED...: scans held-out material of each seed with the program in BIN, written
# and judged by the tools in TOOLS, against the gates in TRIAL_GATES. SIZE is about the number of
# values of a type in a surrounding. With RESULTS=DIR they are kept there, as JSON and as tables.
set -euo pipefail
bin=$(cd "$1" && pwd) tools=$2 size=$3
shift 3
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

gates=()
for gate in ${TRIAL_GATES:-}; do gates+=(--gate "$gate"); done

failed=0
for seed in "$@"; do
  "$tools/corpus-generator" trial "$work/trial" --seed "$seed" --size "$size"
  status=0
  (cd "$work" && "$bin/pii-scan" scan trial --as-of 2026-11-22 --min-confidence possible \
    --report report --quiet --progress never) || status=$?
  [[ $status -eq 0 ]] || exit "$status"
  judge() {
    "$tools/accuracy" trial --expected "$work/trial" --root trial \
      --findings "$work/report/findings.jsonl" --inventory "$work/report/inventory.csv" "$@"
  }
  if [[ -n ${RESULTS:-} ]]; then
    mkdir -p "$RESULTS"
    judge --json "$RESULTS/trial-$seed.json" --markdown >"$RESULTS/trial-$seed.md"
  fi
  echo "trial of seed $seed, size $size"
  judge "${gates[@]}" || failed=1
  rm -r "$work/trial" "$work/report"
done
if ((failed)); then echo 'accuracy: a gate of the trial is missed' >&2; fi
exit $failed
