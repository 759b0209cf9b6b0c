#!/bin/bash
# policies.sh PROGRAM DIR: checks every policy, and the one that CONTRIBUTING.md shows, against their cases
# and, where DIR holds the published texts, every cited word against its line.
set -euo pipefail
program=$1 texts=$2

if [[ -d $texts ]]; then
  "$program" policies check --texts "$texts"
else
  "$program" policies check
  echo "citations: not checked (no texts at $texts; POLICY_TEXTS names the folder)"
fi

dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
scripts/example.sh CONTRIBUTING.md our-reading.yaml >"$dir/our-reading.yaml"
echo "CONTRIBUTING.md:"
"$program" policies check "$dir/our-reading.yaml"
