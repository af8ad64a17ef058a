# Whole exchanges through the API: opened, received, inspected, settled, dispatched, closed.
# Sourced by bin/bench, which started the server and set the helpers.
seconds=20
orders=60000

psql -q -v ON_ERROR_STOP=1 -v orders="$orders" -v token="$token" -f "$bench/seed.sql" >&2

echo "bench: warming up ..." >&2
load Journey "$port" "$token" 8 100 1 25000 >/dev/null

# A few exchanges with every statement logged, to count them.
PGUSER=postgres psql -q -d postgres -c "alter system set log_min_duration_statement = 0" \
  -c "select pg_reload_conf()" >/dev/null
counted=20 log="$shop/data/postgres/postgres.log"
sleep 1
before=$(grep -c 'duration: .* execute' "$log" || true)
load Journey "$port" "$token" 1 20 25001 $((25000 + counted)) >/dev/null
after=$(grep -c 'duration: .* execute' "$log" || true)
PGUSER=postgres psql -q -d postgres -c "alter system reset log_min_duration_statement" \
  -c "select pg_reload_conf()" >/dev/null
echo "journey_statements_per_exchange: $(calc "($after - $before) / $counted" 1)"

first=26001
for clients in 1 8; do
  before=$(program_ticks) before_database=$(postgres_ticks)
  load Journey "$port" "$token" "$clients" "$seconds" "$first" $((first + 9999)) >"$shop/ours"
  done=$(field done <"$shop/ours")
  echo "journey_${clients}_per_second: $(calc "$done / $(field seconds <"$shop/ours")" 1)"
  echo "journey_${clients}_p50_ms: $(field p50_ms <"$shop/ours")"
  echo "journey_${clients}_p99_ms: $(field p99_ms <"$shop/ours")"
  echo "journey_${clients}_program_cpu_ms: $(calc "($(program_ticks) - $before) * 1000 / $hertz / $done")"
  echo "journey_${clients}_database_cpu_ms: $(calc "($(postgres_ticks) - $before_database) * 1000 / $hertz / $done")"
  first=$((first + 10000))
done
echo "program_memory_mib: $(memory_mib)"
