# How one run is timed and what becomes of the times. Sourced by bench.sh, which sets `folder`.

TIMEFORMAT='%3U %3S'
exec 3>&2

# measure MATERIAL PROGRAM COMMAND...: runs it once, output thrown away; writes down wall time, peak memory, processor
# time. With `input` set, that command's output is its standard input: its work counts, its memory does not.
measure() {
  local material=$1 name=$2 start end status=0
  shift 2
  start=${EPOCHREALTIME/./}
  { time once "$@" 2>&3; } 2>"$folder/processor" || status=$?
  end=${EPOCHREALTIME/./}
  # Small numbers are answers (nothing found, gaps); from 124 on somebody stopped or killed it.
  if ((status >= 124)); then
    echo "$name on $material ended with status $status" >&2
    exit 1
  fi
  tail -qn 1 "$folder/memory" "$folder/processor" | paste -sd ' ' \
    | awk -v OFS='\t' -v material="$material" -v name="$name" -v wall=$((end - start)) \
      '{ print material, name, wall, $1, int(($2 + $3) * 1e6 + 0.5) }' >>"$folder/times"
}

once() {
  if [[ -n ${input:-} ]]; then
    $input | /usr/bin/time -q -f %M -o "$folder/memory" "$@" >/dev/null
  else
    /usr/bin/time -q -f %M -o "$folder/memory" "$@" >/dev/null
  fi
}

# median MATERIAL PROGRAM [COLUMN]: microseconds of wall time (3) or processor time (5).
median() {
  awk -F '\t' -v m="$1" -v p="$2" -v c="${3:-3}" '$1 == m && $2 == p { print $c }' "$folder/times" | sort -n \
    | awk '{ s[NR] = $1 } END { print s[int((NR + 1) / 2)] }'
}

# least MATERIAL PROGRAM: microseconds of processor time.
least() {
  awk -F '\t' -v m="$1" -v p="$2" '$1 == m && $2 == p && (!n++ || $5 < t) { t = $5 } END { print t }' "$folder/times"
}

# peak MATERIAL PROGRAM: the most memory of all runs, KiB.
peak() {
  awk -F '\t' -v m="$1" -v p="$2" '$1 == m && $2 == p && $4 > k { k = $4 } END { print k + 0 }' "$folder/times"
}

# table MATERIAL TITLE BYTES PROGRAM...: medians of all programs as a table.
table() {
  local material=$1 title=$2 bytes=$3 name
  shift 3
  echo
  echo "**$title**; $((bytes / 1000000)) MB$(written "$material")"
  echo
  echo "| | seconds | MB/s | time to two threads of pii-scan | processor, seconds | peak memory, MiB |"
  echo "|---|---:|---:|---:|---:|---:|"
  for name in "$@"; do
    awk -v title="${titles[$name]}" -v time="$(median "$material" "$name")" -v bytes="$bytes" \
      -v own="$(median "$material" scan2)" -v work="$(median "$material" "$name" 5)" \
      -v kilobytes="$(peak "$material" "$name")" 'BEGIN {
        printf "| %s | %.3f | %.0f | %.2f | %.2f | %.1f |\n", title, time / 1e6, bytes / time, time / own,
          work / 1e6, kilobytes / 1024
      }'
  done
}

# What two threads of pii-scan write of it, where it was proved before.
written() {
  [[ -s $folder/written ]] || return 0
  awk -v time="$(median "$1" scan2)" \
    '{ printf ", %d findings in %.0f MB of lines, %.0f MB of them a second", $1, $2 / 1e6, $2 / time }' "$folder/written"
}

# verdicts AIMS: each aim whose material was measured: what came, reached or not.
verdicts() {
  local material program peer times
  echo
  echo "| material | measured | against | aim | came | by processor time | |"
  echo "|---|---|---|---:|---:|---:|---|"
  while IFS=$'\t' read -r material program peer times; do
    [[ $material != '#'* && -n $(median "$material" "$program") ]] || continue
    verdict "$material" "${titles[$program]}" "${titles[$peer]}" '≥' "$times" ' ×' \
      "$(median "$material" "$peer")" "$(median "$material" "$program")" \
      "$(median "$material" "$peer" 5)" "$(median "$material" "$program" 5)"
  done <"$1"
  if [[ -n $(median log rules-2) ]]; then
    verdict log "100 further rules" "none" '≤' 1.25 ' ×' "$(median log rules-2)" "$(median log scan2)" \
      "$(median log rules-2 5)" "$(median log scan2 5)"
  fi
  if [[ -s $folder/growth ]]; then
    verdict "10 MB and more" "processor time for a byte, dearest" "cheapest" '≤' 1.10 ' ×' $(dearest_and_cheapest)
  fi
  verdict nothing "start-up" "" '≤' 10 ' ms' "$(median nothing scan2)" 1000
  verdict "plain files" "peak memory" "" '≤' 48 ' MiB' "$(awk -F '\t' '
    $1 !~ /^(gz|zst)$/ && $2 ~ /^(scan|inventory)/ && $4 > k { k = $4 } END { print k }' "$folder/times")" 1024
}

# Of the material whose cost for a byte differs most between sizes.
dearest_and_cheapest() {
  awk -F '\t' '
    { if (!($1 in low) || $2 < low[$1]) low[$1] = $2; if ($2 > high[$1]) high[$1] = $2 }
    END {
      for (kind in low) {
        if (high[kind] / low[kind] < worst) continue
        worst = high[kind] / low[kind]
        answer = high[kind] " " low[kind]
      }
      print answer
    }' "$folder/growth"
}

# verdict MATERIAL TITLE AGAINST SENSE LIMIT UNIT A B [C D]: one row; what came is A divided by B, and C by D.
verdict() {
  awk -v material="$1" -v title="$2" -v against="$3" -v sense="$4" -v limit="$5" -v unit="$6" -v a="$7" -v b="$8" \
    -v c="${9:-0}" -v d="${10:-0}" 'BEGIN {
      came = a / b
      holds = sense == "≥" ? came >= limit : came <= limit
      printf "| %s | %s | %s | %s %s%s | %.2f%s | %s | %s |\n", material, title, against, sense, limit, unit,
        came, unit, (d > 0 ? sprintf("%.2f", c / d) : ""), (holds ? "reached" : "not reached")
    }'
}
