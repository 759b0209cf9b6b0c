#!/bin/bash
# Feeds a parser with made-up input: fuzz.sh TARGET SECONDS. What makes it crash is kept in Tests/Crashes/TARGET, where
# the tests replay it from then on.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1 seconds=$2
scratch=.build-fuzz

export PII_SCAN_FUZZ=1
swift build --scratch-path "$scratch" --product fuzz \
  -Xswiftc -sanitize=fuzzer,address -Xswiftc -parse-as-library -Xswiftc -use-ld=lld

corpus=$scratch/corpus/$target
mkdir -p "$corpus" "Tests/Crashes/$target"
# Real files to begin with; the fuzzer adds what reaches new code.
find corpus Tests/Crashes/"$target" -type f -size -64k -exec cp -n {} "$corpus" \;
# The address sanitizer reports leaks inside the Swift runtime; a crash can hang in the backtracer.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$target
status=0
timeout -k 10 $((seconds + 60)) "$scratch/debug/fuzz" -max_total_time="$seconds" -max_len=8192 \
  -timeout=20 -rss_limit_mb=1024 -print_final_stats=1 \
  -artifact_prefix="Tests/Crashes/$target/" "$corpus" || status=$?
rmdir --ignore-fail-on-non-empty "Tests/Crashes/$target" Tests/Crashes
exit "$status"
