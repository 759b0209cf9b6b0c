#!/bin/bash
# demo.sh PROGRAM DAY: scans the corpus with ages as of its day, writes report/ and says what is there.
set -euo pipefail
program=$1 day=$2

status=0
"$program" scan corpus --as-of "$day" --policy pipl,gbt-35273-2020,ccm-engineering-machinery --report report || status=$?
case $status in
  0) ;;
  2) echo
     echo "Exit status 2 is right here: corpus/hostile holds broken files on purpose (cut short, invalid"
     echo "bytes, quotes that never close). Each is a gap above and in report/coverage.csv." ;;
  *) exit "$status" ;;
esac

echo
echo "Written (mode 0600, values masked):"
printf '  %-24s %s\n' \
  report/data-map.html "open it in a browser: the map of it all, without a network" \
  report/inventory.csv "one row per file, table, field and type; opens in Excel" \
  report/findings.jsonl "one finding a line: place, class, clause, evidence item by item" \
  report/minors.csv "where data of minors stand, on what evidence, with whose guardian beside them" \
  report/declared.csv "what the policies declare, exclude and promise, against what was found" \
  report/coverage.csv "every file seen, and why one was not read whole" \
  report/summary.json "counts, policies, versions, the day ages are reckoned on"
