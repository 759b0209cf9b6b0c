#!/bin/bash
# rules.sh PROGRAM: tries every rule, and the rule that CONTRIBUTING.md shows, against their examples.
set -euo pipefail
program=$1
"$program" rules check

dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT
scripts/example.sh CONTRIBUTING.md iccid.yaml >"$dir/iccid.yaml"
echo -n "CONTRIBUTING.md: "
"$program" rules check "$dir/iccid.yaml"
