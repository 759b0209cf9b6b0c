#!/bin/bash
# image.sh PROGRAM DAY: scans the corpus as `make demo` does and takes pictures of the data map, in English
# and in Chinese, 1400 pixels wide.
set -euo pipefail
program=$1 day=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p docs/images
for picture in en:data-map zh:data-map-zh; do
  language=${picture%%:*}
  image=docs/images/${picture#*:}.png
  # 2: the corpus holds broken files on purpose.
  "$program" scan corpus --as-of "$day" --policy pipl,gbt-35273-2020,ccm-engineering-machinery \
    --lang "$language" --report "$folder/$language" --quiet >/dev/null 2>&1 || [[ $? -eq 2 ]]
  # The sandbox of Chromium does not run as root; what it opens here is our own page.
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$folder/profile" \
    --window-size=1400,1060 --virtual-time-budget=3000 \
    --screenshot="$PWD/$image" "file://$folder/$language/data-map.html" >/dev/null 2>&1
  ls -l "$image"
done
