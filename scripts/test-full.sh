#!/bin/bash
# test-full.sh BIN: what only sizes prove, with the optimised programs in BIN.
#
# Generates a log, a CSV file, a mysqldump and prose (FULL_SIZE each, 1G) whose counts are known, and
# demands of each: every count right, the same findings with 1, 2 and 8 threads, and no more than
# FULL_MEMORY mebibytes (128) at the peak. Then a dump of long texts with little in it, twice as large, which
# must give the same inventory out of gzip, one INSERT of FULL_STATEMENT bytes (500M), and FULL_PERSONS (5 million)
# persons, whose number must lie between the bounds of the estimate.
# Needs three times FULL_SIZE under FULL_DIR (a new folder in TMPDIR).
set -euo pipefail
export LC_ALL=C
bin=$1
size=${FULL_SIZE:-1G} memory=${FULL_MEMORY:-128} statement=${FULL_STATEMENT:-500M}
dir=${FULL_DIR:-$(mktemp -d "${TMPDIR:-/tmp}/pii-scan-full.XXXXXX")}
mkdir -p "$dir"
trap 'rm -f "$dir"/{big.*,texts.*,block,expected,inventory.csv,found,known,peak,key}; rmdir "$dir" 2>/dev/null || true' EXIT
head -c 32 /dev/zero >"$dir/key"
day=2026-11-22
failed=0

fail() {
  failed=1
  echo "  FAILED: $1"
}

# The sum of `matches` per type, as `type count`, of the generator's answers and of an inventory.
known() {
  sed -E 's/.*"type":"([a-z-]+)","matches":([0-9]+).*/\1 \2/' "$dir/expected" | sort
}
found() {
  awk -F , 'NR > 1 { n[$5] += $11 } END { for (t in n) print t, n[t] }' "$dir/inventory.csv" | sort
}

prove() {
  local kind=$1 file=$2 threads sum first=''
  echo "$kind of $size"
  "$bin/corpus-generator" big "$kind" --bytes "$size" --out "$file" --expected "$dir/expected" --as-of "$day"
  for threads in 1 2 8; do
    sum=$(/usr/bin/time -q -f %M -o "$dir/peak" "$bin/pii-scan" scan "$file" --format jsonl --as-of "$day" \
      --key-file "$dir/key" --threads "$threads" --progress never | sha256sum)
    echo "  $threads thread(s): peak $(($(cat "$dir/peak") / 1024)) MiB"
    [[ -z $first || $sum == "$first" ]] || fail "the findings with $threads threads differ"
    (($(cat "$dir/peak") <= memory * 1024)) || fail "more than $memory MiB"
    first=$sum
  done
  "$bin/pii-scan" scan "$file" --format csv --as-of "$day" --findings none --progress never >"$dir/inventory.csv"
  known >"$dir/known"
  found >"$dir/found"
  if diff "$dir/known" "$dir/found" >"$dir/peak"; then
    echo "  counts of $(awk '{ n += $2 } END { print n }' "$dir/found") values agree"
  else
    sed 's/^/  /' "$dir/peak"
    fail "counts differ (< expected, > found)"
  fi
  rm "$file"
}

# scan FILE NAME THREADS: an inventory in $dir/NAME without what the packing changes, and the peak of memory.
scan() {
  /usr/bin/time -q -f '%M %e' -o "$dir/peak" "$bin/pii-scan" scan "$1" --format csv --as-of "$day" --key-file "$dir/key" \
    --threads "$3" --progress never >"$dir/inventory.csv"
  cut -d , -f 3-20 "$dir/inventory.csv" >"$dir/$2"
  echo "  $3 thread(s), $(basename "$1"): $(cut -d ' ' -f 2 "$dir/peak") s, peak $(($(cut -d ' ' -f 1 "$dir/peak") / 1024)) MiB"
  (($(cut -d ' ' -f 1 "$dir/peak") <= memory * 1024)) || fail "more than $memory MiB"
}

# A statement of a mebibyte: texts of two kilobytes, a telephone number in one of a thousand.
texts() {
  awk -v first="$1" 'BEGIN {
    n = split("the system will update order processing rules when a worker has finished and every request is kept", \
      word, " ")
    m = split("设备运行的基本原理以及日常维护的方法 读者可以根据自己的需要选择合适的章节 如果发现问题应当及时处理并且记录", \
      sentence, " ")
    srand(first); printf "INSERT INTO `articles` VALUES "
    for (row = 0; row < 500; row++) {
      text = ""
      for (i = 0; i < 15; i++) {
        for (j = 0; j < 12; j++) text = text word[1 + int(rand() * n)] " "
        text = text ". " sentence[1 + int(rand() * m)] "。"
      }
      if ((first * 500 + row) % 1000 == 0) text = text " 联系电话：139" sprintf("%08d", first * 7919 % 100000000)
      printf "%s(%d,\x27%s\x27,\x272026-03-0%d\x27)", row ? "," : "", first * 500 + row, text, 1 + row % 9
    }
    print ";" }'
}

prove_texts() {
  local file=$dir/texts.sql bytes start
  bytes=$((2 * $(numfmt --from=iec "$size")))
  echo "texts of $bytes bytes"
  {
    echo '-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)'
    echo 'CREATE TABLE `articles` (`id` bigint, `chapter` mediumtext, `created` date);'
    for ((i = 0; i < 32; i++)); do texts "$i"; done >"$dir/block"
    for ((n = 0; n < bytes; n += $(stat -c %s "$dir/block"))); do cat "$dir/block"; done
    echo '-- Dump completed on 2026-11-22'
  } >"$file"
  gzip -kf "$file"
  scan "$file" known 1
  scan "$file" found 2
  cmp -s "$dir/known" "$dir/found" || fail 'the inventory with 2 threads differs'
  scan "$file.gz" found 2
  cmp -s "$dir/known" "$dir/found" || fail 'the inventory out of gzip differs'
  start=$(date +%s.%N)
  gzip -dc "$file.gz" >/dev/null
  echo "  gzip -dc alone: $(echo "$(date +%s.%N) - $start" | bc) s"
  rm "$file" "$file.gz" "$dir/block"
}

prove_statement() {
  echo "one INSERT of $statement bytes"
  {
    echo '-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)'
    echo 'CREATE TABLE `t` (`mobile` varchar(20), `note` varchar(20));'
    printf 'INSERT INTO `t` VALUES '
    { yes "('13907554218','nothing')," || true; } | head -c "$(($(numfmt --from=iec "$statement") / 27 * 27))" | tr -d '\n'
    echo "('13907554218','nothing');"
    echo '-- Dump completed on 2026-11-22'
  } >"$dir/big.sql"
  scan "$dir/big.sql" found 2
  [[ $(tail -n +2 "$dir/inventory.csv" | cut -d , -f 9) == $(($(numfmt --from=iec "$statement") / 27 + 1)) ]] \
    || fail 'not every row was read'
  rm "$dir/big.sql"
}

# People with an ID number (check character by ISO 7064 MOD 11-2) and a mobile number, and the numbers of as
# many others in a second file, half of which are those of the first: each counts once.
prove_persons() {
  local people=${FULL_PERSONS:-5000000} others=200000 expected
  expected=$((people + others / 2))
  echo "$people persons with a number and a phone, $others phones of which half are theirs"
  mkdir "$dir/persons"
  awk -v n="$people" 'BEGIN {
    split("7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2", weight, " ")
    split("1 0 X 9 8 7 6 5 4 3 2", check, " ")
    print "id_card,mobile"
    for (i = 0; i < n; i++) {
      body = sprintf("110105%04d%02d%02d%03d", 1950 + i % 50, 1 + int(i / 50) % 12, 1 + int(i / 600) % 28, int(i / 16800))
      sum = 0
      for (j = 1; j <= 17; j++) sum += substr(body, j, 1) * weight[j]
      printf "%s%s,139%08d\n", body, check[sum % 11 + 1], i * 7
    }
  }' >"$dir/persons/people.csv"
  awk -v n="$others" 'BEGIN {
    print "mobile"
    for (i = 0; i < n / 2; i++) printf "139%08d\n138%08d\n", i * 7, i * 7
  }' >"$dir/persons/others.csv"
  /usr/bin/time -q -f '%M %e' -o "$dir/peak" "$bin/pii-scan" scan "$dir/persons" --report "$dir/persons/report" --findings none \
    --as-of "$day" --key-file "$dir/key" --quiet --progress never
  read -r peak seconds <"$dir/peak"
  read -r count lower upper < <(tr -d ' ,\n' <"$dir/persons/report/summary.json" \
    | sed -E 's/.*"persons":\{"count":([0-9]+)"lower":([0-9]+)"upper":([0-9]+).*/\1 \2 \3\n/')
  echo "  $count persons, between $lower and $upper; $seconds s, peak $((peak / 1024)) MiB"
  ((lower <= expected && expected <= upper)) || fail "$expected persons do not lie between the bounds"
  ((peak <= 256 * 1024)) || fail 'more than 256 MiB'
  rm -r "$dir/persons"
}

prove log "$dir/big.log"
prove csv "$dir/big.csv"
prove mysqldump "$dir/big.sql"
prove prose "$dir/big.txt"
prove_texts
prove_statement
prove_persons
exit $failed
