#!/bin/bash
# calibrate.sh TOOLS write|check: measures what labels and columns are worth, into rulesets/tables/weights.tsv;
# holds the weights of checks against chance; and holds the levels of findings against how often they are
# right, on material that the weights were not measured on. `check` writes nothing, and fails where the table
# is not as measured. Fails too where a check is stated wrong, or a level promises too much.
#
# The corpora are generated, with seeds that nothing else uses; test data of other projects' libraries are
# measured beside them where they can be had.
set -euo pipefail
tools=$(cd "$1" && pwd) mode=$2
scripts=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

ours=()
for seed in 7101 7102 7103; do
  "$tools/corpus-generator" write "$work/generated-$seed" --seed "$seed"
  ours+=("$work/generated-$seed")
done
external=() held_out=()
if [[ -x $scripts/external-corpus.sh ]]; then
  status=0
  "$scripts/external-corpus.sh" "$work/external" 7101 100 || status=$?
  case $status in
    0) external=("$work/external") ;;
    75) ;;
    *) exit "$status" ;;
  esac
else
  echo 'external material: skipped, there is none'
fi
# What no weight was measured on: the trial's generator shares no words with the corpus's.
"$tools/corpus-generator" trial "$work/trial" --seed 7201
held_out+=("$work/trial" corpus)

join() { local IFS=,; echo "$*"; }
failed=0
options=(--ours "$(join "${ours[@]}")" --weights rulesets/tables/weights.tsv)
if ((${#external[@]})); then options+=(--external "$(join "${external[@]}")"); fi
echo 'weights: decibans, then the ratio of each corpus (real values with the signal, look-alikes with it)'
if [[ $mode == check ]] && ((${#external[@]} == 0)); then
  echo 'weights: not compared, since the external material they were held against is missing'
elif [[ $mode == check ]]; then
  "$tools/calibrate" weights "${options[@]}" --check || failed=1
else
  "$tools/calibrate" weights "${options[@]}"
fi
echo
echo 'chances of checks'
"$tools/calibrate" chances || failed=1
echo
echo 'reliability of levels'
"$tools/calibrate" reliability --corpus "$(join "${held_out[@]}" "${external[@]}")" || failed=1
exit $failed
