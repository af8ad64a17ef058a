# Opening cases, in turn with pgbench that writes the same rows on the same server.
# Sourced by bin/bench, which started the server and set the helpers.
seconds=10
rounds=2
clients=8
orders=90000

psql -q -v ON_ERROR_STOP=1 -v orders="$orders" -v token="$token" -f "$bench/seed.sql" >&2

echo "bench: warming up ..." >&2
load Request "$port" "$token" "$clients" 45 1 39999 >/dev/null
psql -q -v first=60000 -f "$bench/same-rows.sql" >"$shop/same-rows.pgbench"
pgbench -n -M prepared -c "$clients" -j 2 -T 3 -f "$shop/same-rows.pgbench" >"$shop/pgbench.log" 2>&1 ||
  { tail -5 "$shop/pgbench.log" >&2; exit 1; }

ours=0 our_seconds=0 theirs=0 their_seconds=0 program=0 database=0 p50=0 p99=0
first=40000
for ((round = 1; round <= rounds; round++)); do
  before=$(program_ticks) before_database=$(postgres_ticks)
  load Request "$port" "$token" "$clients" "$seconds" "$first" $((first + 9999)) >"$shop/ours"
  program=$((program + $(program_ticks) - before))
  database=$((database + $(postgres_ticks) - before_database))
  first=$((first + 10000))
  ours=$((ours + $(field done <"$shop/ours")))
  our_seconds=$(calc "$our_seconds + $(field seconds <"$shop/ours")")
  p50=$(calc "$p50 + $(field p50_ms <"$shop/ours") / $rounds")
  p99=$(calc "($(field p99_ms <"$shop/ours") > $p99) ? $(field p99_ms <"$shop/ours") : $p99")

  pgbench -n -M prepared -c "$clients" -j 2 -T "$seconds" -l --log-prefix="$shop/theirs.$round" \
    -f "$shop/same-rows.pgbench" >"$shop/pgbench.log" 2>&1
  theirs=$((theirs + $(sed -n 's/^number of transactions actually processed: \([0-9]*\).*/\1/p' "$shop/pgbench.log")))
  their_seconds=$((their_seconds + seconds))
done

share() { sort -n | awk -v share="$1" '{ a[NR] = $1 } END { printf "%.3f", a[int(NR * share) + 1] / 1000 }'; }
echo "request_per_second: $(calc "$ours / $our_seconds" 1)"
echo "request_p50_ms: $p50"
echo "request_p99_ms: $p99"
echo "pgbench_per_second: $(calc "$theirs / $their_seconds" 1)"
echo "pgbench_p50_ms: $(cat "$shop"/theirs.* | awk '{ print $3 }' | share 0.5)"
echo "pgbench_p99_ms: $(cat "$shop"/theirs.* | awk '{ print $3 }' | share 0.99)"
echo "program_cpu_ms_per_case: $(calc "$program * 1000 / $hertz / $ours")"
echo "database_cpu_ms_per_case: $(calc "$database * 1000 / $hertz / $ours")"
echo "program_memory_mib: $(memory_mib)"
echo "ratio: $(calc "($ours / $our_seconds) / ($theirs / $their_seconds)")"
