# How cost grows: with the size of a file, with rules. Sourced by bench.sh.

# growth KIND TITLE SIZES ARGUMENTS...: nanoseconds of processor time a byte at some sizes in MB, less what the first
# 100 KB take, which is start-up and tables that are built when they are first asked. Processor time, and the least of
# all runs: what else goes on only adds to it.
growth() {
  local kind=$1 title=$2 size time runs=$((rounds * 3)) first='' sizes
  read -ra sizes <<<"$3"
  shift 3
  "$generator" big "$kind" --bytes "$((${sizes[-1]} * 1000000))" --seed "$seed" --out "$folder/growing"
  for size in 0.1 "${sizes[@]}"; do
    head -c "$(awk -v size="$size" 'BEGIN { printf "%d", size * 1e6 }')" "$folder/growing" >"$folder/grown"
    [[ $size == ???* && $size != 0.1 ]] && runs=$rounds
    for ((n = 0; n < runs; n++)); do
      measure "$kind-$size" scan2 "$program" scan "$folder/grown" --progress never --threads 2 "$@"
    done
    [[ $size != 0.1 ]] || continue
    time=$(awk -v all="$(least "$kind-$size" scan2)" -v first="$(least "$kind-0.1" scan2)" -v size="$size" \
      'BEGIN { printf "%.3f", (all - first) / (size - 0.1) / 1e3 }')
    first=${first:-$time}
    printf '%s\t%s\n' "$kind" "$time" >>"$folder/growth"
    awk -v title="$title" -v size="$size" -v time="$time" -v first="$first" \
      -v memory="$(peak "$kind-$size" scan2)" \
      'BEGIN { printf "| %s | %d | %.2f | %.2f | %.1f |\n", title, size, time, time / first, memory / 1024 }'
  done
  rm "$folder/growing" "$folder/grown"
}

# A hundred rules as a user may write them: numbers of 12 to 21 digits with a beginning of their own.
write_rules() {
  local n digits
  mkdir -p "$folder/rules"
  for ((n = 0; n < 100; n++)); do
    digits=$((12 + n % 10))
    cat >"$folder/rules/own-$n.yaml" <<RULE
id: own-number-$n
title: {zh: 自有编号 $n, en: Own number $n}
standard: none (made for the benchmark)
canonical: digits
mask: {first: 2, last: 0}
context: {kinds: [], strong: 20, weak: 10, near: 10, against: -20}
forms:
  - name: plain
    prefilter: {number: {digits: [$digits], first: [$((1 + n / 12))]}}
    pattern: |
      (?<![0-9A-Za-z]) (?<![0-9]\\.) $((1 + n / 12))$((100 + n)) \\d{$((digits - 4))} (?![0-9A-Za-z]) (?!\\.[0-9])
    prior: {text: 4, cell: 4}
RULE
  done
}
