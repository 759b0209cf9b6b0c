#!/bin/bash
# House rules that a search can check (CONTRIBUTING.md). Prints every line that breaks one; fails if any.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C

# All code as `file:line:text`, comments taken out.
code=$(mktemp)
trap 'rm "$code"' EXIT
grep -rn '' --include='*.swift' Sources Tools rulesets \
  | sed -E 's,^([^:]+:[0-9]+:)[[:space:]]*//.*,\1,; s,[[:space:]]//[^"]*$,,' >"$code"

failed=0
# refuse RULE: complains if standard input has lines.
refuse() {
  local lines
  lines=$(cat)
  [[ -n $lines ]] || return 0
  failed=1
  echo "lint: $1"
  sed 's/^/  /' <<<"$lines"
}

# code PLACE PATTERN: lines of code under a path that begins so (a regular expression) that match.
code() { grep -E "^($1)[^:]*:[0-9]+:.*($2)" "$code" || true; }

# imports MODULES: where they are imported, under Sources/, Tools/ and rulesets/.
imports() { grep -E "^[^:]+:[0-9]+:(.*[[:space:]])?import ([a-z]+ )?($1)\>" "$code" || true; }

without() { grep -vE "^($1)" || true; }

# Unsafe code has an address: C libraries, system calls, bytes at vector speed.
refuse 'unsafe code outside its places' < <(
  code Sources/ '\<unsafe\>' \
    | without 'Sources/(Regex|Sieve|Databases|Inputs/(Bytes|Archives|SQLite)|Detectors/(Prefilter|Fingerprint))/' \
    | without 'Sources/Reports/(Files/SystemCalls\.swift|Lines/)|Sources/Scanner/Run/Monitor\.swift' \
    | without 'Sources/pii-scan/(Console|Run)/|Sources/pii-scan/Commands/PolicyTexts\.swift')

# A promise to the compiler says why it holds.
refuse '@unchecked Sendable without a comment "// @unchecked: ..." that gives the reason' < <(
  code Sources/ '@unchecked Sendable' | cut -d: -f1 | sort -u | while read -r file; do
    grep -q '// @unchecked: ' "$file" || echo "$file"
  done)

# Errors are handled or passed on. (swift-format refuses force unwraps.)
refuse 'try?, try!, as! or fatalError outside tests' < <(
  code 'Sources/|Tools/' '\<try[?!]|\<as!|\<fatalError\(')

# The core neither prints nor exits, nor reads the clock, the environment or the locale.
refuse 'the core prints or exits' < <(
  code Sources/ '(^|[^.A-Za-z_])(print|debugPrint|dump|fputs|NSLog|exit|abort)\(' \
    | without 'Sources/pii-scan/')
refuse 'the core reads the clock, the environment or the locale' < <(
  code Sources/ '\<(getenv|setlocale|clock_gettime|gettimeofday|localtime(_r)?|strftime)\(|\<time\(nil|(Continuous|Suspending)Clock' \
    | without 'Sources/pii-scan/')

# Package.swift and the compiler's import check keep the graph of modules; this is what they cannot see.
refuse 'Foundation outside Tools and Tests' < <(
  imports 'Foundation[A-Za-z]*' | without Tools/)
refuse 'an external package belongs to one module' < <(
  imports ArgumentParser | without 'Sources/pii-scan/'
  imports Yams | without 'Sources/RulesetSource/'
  imports CPCRE2 | without 'Sources/Regex/'
  imports CSQLite | without 'Sources/Inputs/SQLite/'

  imports 'CArchive|CZlib|CLzma|CZstd|CLz4|CBzip2' | without 'Sources/Inputs/Archives/'
  imports CMalloc | without 'Sources/pii-scan/'
  imports CPostgres | without 'Sources/Databases/Postgres/'
  imports CMariaDB | without 'Sources/Databases/MariaDB/'
  # Keyed hashes of values; SHA-256 of policy texts, of rulesets, of the data map's script and style.
  imports CSodium \
    | without 'Sources/(Detectors/Fingerprint/|pii-scan/Commands/PolicyTexts\.swift)|Tools/(ruleset|page)-packer/')
refuse 'threads and system calls have their places' < <(
  imports Dispatch | without 'Sources/(Scanner/Run|pii-scan)/'
  imports 'Glibc|Musl|Darwin' | without 'Sources/(Inputs|Databases|Reports|Scanner/Run|pii-scan)/|Tools/')
refuse 'public (package is enough until somebody outside needs it)' < <(
  code Sources/ '\<(public|open) ([a-z]+ )*(class|struct|enum|protocol|func|let|var|init|extension|typealias)\>')

# Files and words.
refuse 'unfinished business' < <(
  grep -rnwE --include='*.swift' --include='*.sh' --include='*.yaml' --exclude=lint.sh \
    'TODO|FIXME|XXX|HACK' Sources Tests Tools Plugins rulesets scripts Benchmarks || true)
refuse 'more than 400 lines' < <(
  find Sources Tests Tools Plugins rulesets -name '*.swift' -exec wc -l {} + \
    | awk '$2 != "total" && $1 > 400 { print $2 ": " $1 }')
refuse 'a file name that says nothing of what is inside' < <(
  find Sources Tests Tools Plugins -name '*.swift' \
    | grep -E '/(Common|Misc|Extensions|[^/]*(Utils?|Utilities|Helpers?|Managers?))\.swift$' || true)

if ((failed)); then exit 1; fi
echo "lint: clean"
