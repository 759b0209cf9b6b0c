#!/bin/bash
# policies.sh PROGRAM DIR: checks every policy against its own cases and, where DIR holds the published
# texts, every cited word against its line.
set -euo pipefail
program=$1 texts=$2

if [[ -d $texts ]]; then
  exec "$program" policies check --texts "$texts"
fi
"$program" policies check
echo "citations: not checked (no texts at $texts; set POLICY_TEXTS to a folder that holds them)"
