#!/bin/bash
# image.sh PROGRAM DAY: scans the corpus with ages as of its day and takes pictures of the data map, in
# English and in Chinese, 1400 pixels wide.
set -euo pipefail
program=$1 day=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p docs/images
for picture in en:data-map zh:data-map-zh; do
  language=${picture%%:*}
  image=docs/images/${picture#*:}.png
  # 1 and 2: the corpus fails an audit, and holds broken files on purpose.
  "$program" audit corpus --as-of "$day" --policy pipl,gbt-35273-2020,gbt-45574-2025 \
    --lang "$language" --report "$folder/$language" --quiet >/dev/null 2>&1 || [[ $? -le 2 ]]
  # The sandbox of Chromium does not run as root; what it opens here is our own page.
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$folder/profile" \
    --window-size=1400,1060 --virtual-time-budget=3000 \
    --screenshot="$PWD/$image" "file://$folder/$language/data-map.html" >/dev/null 2>&1
  ls -l "$image"
done
