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
# Where a real file is not made by copying, the programs that are there make some.
find corpus -type f -size -8k | sort | head -n 12 | while read -r file; do
  seed=$corpus/seed-$(basename "$file")
  case $target in
    bzip2 | xz | lzma | zstd | lz4) if command -v "$target" >/dev/null; then "$target" -c "$file" >"$seed"; fi ;;
    gzip) gzip -c "$file" >"$seed" ;;
    7z) if command -v 7z >/dev/null; then 7z a -bd "$seed.7z" "$file" >/dev/null; fi ;;
    sqlite)
      if command -v python3 >/dev/null; then
        python3 - "$file" "$seed" <<'EOF'
import os, sqlite3, sys
if os.path.exists(sys.argv[2]): os.remove(sys.argv[2])
base = sqlite3.connect(sys.argv[2])
base.execute("PRAGMA page_size = 512")
base.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, raw BLOB)")
base.execute("CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID")
for line in open(sys.argv[1], "rb").read().splitlines()[:40]:
    base.execute("INSERT INTO t(name, raw) VALUES (?, ?)", (line.decode("utf-8", "replace"), line))
    base.execute("INSERT OR IGNORE INTO w VALUES (?, ?)", (line[:20].hex(), len(line)))
base.commit()
EOF
      fi ;;
  esac
done
# The address sanitizer reports leaks inside the Swift runtime; a crash can hang in the backtracer.
export ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$target
status=0
timeout -k 10 $((seconds + 60)) "$scratch/debug/fuzz" -max_total_time="$seconds" -max_len=8192 \
  -timeout=20 -rss_limit_mb=1024 -print_final_stats=1 \
  -artifact_prefix="Tests/Crashes/$target/" "$corpus" || status=$?
rmdir --ignore-fail-on-non-empty "Tests/Crashes/$target" Tests/Crashes
exit "$status"
