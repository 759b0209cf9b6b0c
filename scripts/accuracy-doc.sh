#!/bin/bash
# accuracy-doc.sh BIN TOOLS: measures and puts the tables into docs/accuracy.md, each between its marks
# `<!-- table: NAME -->` and `<!-- end -->`. Gates do not stop it: what is missed shall be seen.
set -euo pipefail
bin=$1 tools=$2
cd "$(dirname "$0")/.."
results=$(mktemp -d)
trap 'rm -r "$results"' EXIT
export RESULTS=$results

# Another seed than those of `make accuracy`: nobody has looked at it.
TRIAL_GATES='' scripts/trial.sh "$bin" "$tools" 600 "${DOC_SEED:-20}" >/dev/null
mv "$results/trial-${DOC_SEED:-20}.md" "$results/trial.md"
scripts/external.sh "$bin" "$tools" >"$results/external.txt"
sed '/^external material/,$d' "$results/external.txt" | awk '
  BEGIN { print "| library | type | values |\n|---|---|---:|" }
  NF { source = $1; number = $NF; $1 = ""; $NF = ""; gsub(/^ +| +$/, "")
       print "| " source " | " $0 " | " number " |" }' >"$results/sources.md"
{
  echo '```'
  scripts/negatives.sh "$bin" "$tools" full 2>/dev/null || true
  echo '```'
} >"$results/negatives.md"
{
  echo "Measured on $(date -u +%F) with:"
  echo
  echo '```'
  "$bin/pii-scan" --version
  grep -v '^#' Tools/external-corpus/requirements.txt | paste -sd ' '
  echo '```'
} >"$results/versions.md"

scripts/tables.sh docs/accuracy.md "$results"
git diff --stat -- docs/accuracy.md
