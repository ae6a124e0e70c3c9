#!/usr/bin/env bash
# usage: tests/kill-ingest.sh INPUT [KILLS]   -- ingests INPUT, killed with -9 at KILLS random moments, then once to the end, and
# compares the ledger with one that was never killed: the same documents, events and exchanges, and a file that checks as whole.
# Needs a built demarche in $DEMARCHE (default: demarche) and python3 for the integrity check.
set -uo pipefail
input=$1 kills=${2:-50} run=${DEMARCHE:-demarche}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
RANDOM=11
check() { python3 -c "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);assert c.execute('pragma integrity_check').fetchone()[0]=='ok';d,m,s=c.execute('select count(*),coalesce(sum(mentions),0),(select count(*) from mention) from document').fetchone();assert m==s,(m,s);e=c.execute('select count(*) from mention where event not in (select key from event)').fetchone()[0];assert e==0;print(d)" "$1"; }
last=0
for i in $(seq "$kills"); do
  $run ingest "$input" --ledger "$dir/killed" --threads 2 --quiet &
  pid=$!
  sleep "$((RANDOM % 7)).$((RANDOM % 10))"
  kill -9 "$pid" 2>/dev/null; wait "$pid" 2>/dev/null
  [ -e "$dir/killed" ] || continue
  now=$(check "$dir/killed" 2>"$dir/err") || { grep -q "no such table: document" "$dir/err" && now=0 || { echo "after kill $i:"; cat "$dir/err"; exit 1; }; }
  [ "$now" -ge "$last" ] || { echo "kill $i lost documents: $last, then $now"; exit 1; }
  last=$now
done
echo "$kills kills, $last documents before the last run"
$run ingest "$input" --ledger "$dir/killed" --threads 2 --quiet || exit 1
$run ingest "$input" --ledger "$dir/whole" --threads 2 --quiet || exit 1
for l in killed whole; do check "$dir/$l" >/dev/null || exit 1; $run export --format jsonl --ledger "$dir/$l" | sort | sha256sum; done | uniq -c | awk '{ if ($1 == 2) print "the ledgers are the same"; else exit 1 }'
