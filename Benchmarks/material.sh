# What is scanned. Sourced by bench.sh, which sets `folder`, `generator`, `seed` and the sizes. Files of the generator
# are the same bytes from the same seed and size; the source tree is what this machine has.

# generated KIND SIZE FILE: and its two halves, cut at a line, for programs with one thread a file.
generated() {
  "$generator" big "$1" --bytes "$2" --seed "$seed" --out "$folder/$3"
  mkdir -p "$folder/halves"
  rm -f "$folder"/halves/*
  split -n l/2 "$folder/$3" "$folder/halves/"
}

# Up to 30,000 source files of installed packages, in the order of their paths; where there are fewer, again from the
# first one, in another folder. Links are left out, and files above 1 MB, which are no sources.
source_tree() {
  local list=$folder/sources
  # Folders that are missing are no fault.
  local names=() ending
  for ending in h hpp c py pl pm js ts java go rs rb sh css html xml md vim swiftinterface; do
    names+=(-o -name "*.$ending")
  done
  {
    find /usr/include /usr/lib/python3* /usr/lib/gcc* /usr/share /usr/local/lib /usr/lib/swift* \
      -xdev -type f -size -1000k \( "${names[@]:1}" \) 2>/dev/null || true
  } | sort | awk -v most="$tree_files" 'NR <= most' >"$list"
  local have round=0 missing=$tree_files
  have=$(wc -l <"$list")
  ((have > 0)) || { echo "no source files to copy" >&2; return 1; }
  while ((missing > 0)); do
    mkdir -p "$folder/tree/$round"
    head -n "$missing" "$list" | tar --create --files-from=- --hard-dereference 2>/dev/null \
      | tar --extract --directory "$folder/tree/$round" --strip-components=1 --no-same-owner
    missing=$((missing - have)) round=$((round + 1))
  done
  chmod -R u+rwX "$folder/tree"
  echo "$tree_files files, $have of them different"
}

bytes_of() { find "$1" -type f -printf '%s\n' | awk '{ n += $1 } END { printf "%d", n }'; }
