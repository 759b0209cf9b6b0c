#!/bin/bash
# Installs the Debian packages that are missing of those named; without root it prints the line to run.
set -euo pipefail

declare -A evidence=(
  [libpcre2-dev]=/usr/include/pcre2.h
  [libarchive-dev]=/usr/include/archive.h
  [zlib1g-dev]=/usr/include/zlib.h
  [liblzma-dev]=/usr/include/lzma.h
  [libzstd-dev]=/usr/include/zstd.h
  [liblz4-dev]=/usr/include/lz4frame.h
  [libbz2-dev]=/usr/include/bzlib.h
  [libpq-dev]=/usr/include/postgresql/libpq-fe.h
  [libmariadb-dev]=/usr/include/mariadb/mysql.h
  [postgresql]=/usr/lib/postgresql
  [mariadb-server]=/usr/sbin/mariadbd
  [libsodium-dev]=/usr/include/sodium.h
  [nettle-dev]=/usr/include/nettle/version.h
  [libsqlite3-dev]=/usr/include/sqlite3.h
  [ca-certificates]=/etc/ssl/certs/ca-certificates.crt
  [libhyperscan-dev]=/usr/include/hs/hs.h
  [fonts-noto-cjk]=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
  [python3-pip]=/usr/bin/pip3
)

# Programs that are called otherwise than their packages.
declare -A programs=(
  [ripgrep]=rg [p7zip-full]=7z [xz-utils]=xz [ncompress]=compress [libarchive-tools]=bsdtar
  [libreoffice-calc]=soffice [binutils]=strip
)

# A library is there if its header is, a program if the shell finds it: built by hand counts too.
is_there() {
  local file=${evidence[$1]:-}
  if [[ -n $file ]]; then
    [[ -e $file || -e ${file/usr/usr\/local} ]]
  else
    local program=${programs[$1]:-$1}
    command -v "$program" >/dev/null || [[ -x /usr/bin/$program ]]
  fi
}

missing=()
for package in "$@"; do
  is_there "$package" || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

install="apt-get install -y --no-install-recommends ${missing[*]}"
if [[ $(id -u) -ne 0 ]]; then
  echo "Missing: ${missing[*]}. Run this, then make again:" >&2
  echo "  sudo apt-get update && sudo $install" >&2
  exit 1
fi
if ! command -v apt-get >/dev/null; then
  echo "Missing: ${missing[*]} (names of Debian packages). There is no apt-get here; install them" >&2
  echo "by the means of this system, then make again." >&2
  exit 1
fi
echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
# Servers are for the tests, which start their own: the packages shall start none.
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi
apt-get update -q
$install
