#!/bin/bash
# dist.sh RELEASE: links the objects of the release build in RELEASE once more, without any shared library, and packs
# the program: dist/pii-scan-<version>-linux-<arch>.tar.gz. The same sources give the same bytes.
#
# It is the same code that the ordinary program has; only the linker is asked anew, which takes seconds. lld is used,
# which comes with Swift, since it takes what is needed from an archive wherever that stands in the line.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
release=$1
version=$(sed -n 's/.*static let program = "\(.*\)".*/\1/p' Sources/pii-scan/Version.swift)
name=pii-scan-$version-linux-$(uname -m)
objects=$release/pii-scan.product/Objects.LinkFileList
[[ -n $version && -s $objects ]] || {
  echo "dist: there is no $objects; 'make dist' builds it first" >&2
  exit 1
}

rm -rf "dist/$name" "dist/$name.tar.gz"
mkdir -p "dist/$name"
program=dist/$name/pii-scan
start=$release/dist-start.o
clang -O2 -Wall -Wextra -Werror -c Tools/dist/start.c -o "$start"

# Ours, what libarchive needs besides (nettle, for encrypted members), and the parts of Foundation, which is linked
# since Yams and swift-argument-parser use it.
libraries=(-lpcre2-8 -lsodium -lsqlite3 -larchive -lnettle -lz -llzma -lzstd -llz4 -lbz2
  -lFoundation -lFoundationInternationalization -lFoundationEssentials -lCoreFoundation
  -l_FoundationICU -l_FoundationCShims -l_FoundationCollections)
# The C library's functions that would load a library at run time are named in warnings; none of them is reached.
swiftc -static-executable -use-ld=lld -target "$(uname -m)-unknown-linux-gnu" -emit-executable \
  -module-name pii_scan "@$objects" "$start" "${libraries[@]}" -o "$program" \
  -Xlinker --gc-sections -Xlinker --defsym -Xlinker main=pii_scan_main -Xlinker --build-id=none \
  2>&1 | { grep -vE 'statically linked applications requires|>>> referenced by|^$' || true; } >&2
strip "$program"
cp README.md LICENSE NOTICE "dist/$name"

tar --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w \
  --mtime="@${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}" -C dist -cf - "$name" \
  | gzip -9n >"dist/$name.tar.gz"
echo "dist/$name.tar.gz"
