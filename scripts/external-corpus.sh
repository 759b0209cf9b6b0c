#!/bin/bash
# external-corpus.sh OUT SEED COUNT: writes test data of other projects' libraries, with answers, to OUT.
# The libraries (pinned in Tools/external-corpus/requirements.txt) are installed into a virtual
# environment in the user's cache folder, outside the tree, and are no part of the program.
# Exit status 75 and one line where there is no Python or no way to fetch them.
set -euo pipefail
out=$1 seed=$2 count=$3
tool=$(cd "$(dirname "$0")/../Tools/external-corpus" && pwd)
pins=$(sha256sum "$tool/requirements.txt" | cut -c1-12)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/pii-scan/external-$pins

skip() {
  echo "external material: skipped, $1"
  exit 75
}

if [[ ! -e $cache/complete ]]; then
  python3 -c 'import venv' 2>/dev/null || skip 'python3 with its venv module is missing'
  rm -rf "$cache"
  mkdir -p "$cache"
  python3 -m venv "$cache/venv" >/dev/null 2>&1 || skip 'python3 cannot make a virtual environment'
  # Without dependencies: much is only read, not run.
  "$cache/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps \
    --requirement "$tool/requirements.txt" >/dev/null 2>&1 || skip 'pip cannot fetch the libraries'
  # The doctests are in the source package only; without them there are fewer vectors.
  version=$(sed -n 's/^python-stdnum==//p' "$tool/requirements.txt")
  if "$cache/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps \
    --no-binary :all: --dest "$cache" "python-stdnum==$version" >/dev/null 2>&1; then
    tar -xzf "$cache/python_stdnum-$version.tar.gz" -C "$cache"
    mv "$cache/python_stdnum-$version/tests" "$cache/stdnum-tests"
  fi
  touch "$cache/complete"
fi

tests=()
[[ -d $cache/stdnum-tests ]] && tests=(--stdnum-tests "$cache/stdnum-tests")
PYTHONDONTWRITEBYTECODE=1 "$cache/venv/bin/python" "$tool/write.py" "$out" --seed "$seed" --count "$count" "${tests[@]}"
