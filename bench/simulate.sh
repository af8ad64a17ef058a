# Decides many past cases anew by a draft, as `tukar policy simulate` does, in turn with reading the same rows alone.
# Sourced by bin/bench, which started the server and set the helpers.
cases="${2:-1000000}"
[[ "$cases" =~ ^[1-9][0-9]{2,7}$ ]] || { echo "bench: simulate takes 100 to 99999999 cases, not $cases" >&2; exit 2; }
program="$root/target/program/tukar.jar:$root/target/program/lib/*"
javac="$(dirname "$java")/javac"
mkdir "$shop/simulate"
"$javac" -d "$shop/simulate" -cp "$program" "$bench"/policy/MixedFacts.java "$bench"/simulate/*.java

echo "bench: deciding what is stored, then storing it $cases times ..." >&2
"$java" -cp "$shop/simulate:$program" PastRows >"$shop/past"
chmod a+rx "$shop" && chmod a+r "$shop/past"
PGUSER=postgres psql -q -v ON_ERROR_STOP=1 -v cases="$cases" -v rows="$shop/past" -f "$bench/simulate/past.sql" >&2

# Three working days more to tell, and a fee that turns nearly every line.
policy="$root/src/main/resources/policy/default.yaml"
sed -e 's/^version: 1$/version: 2/' -e 's/^    days: 7$/    days: 10/' "$policy" >"$shop/longer.yaml"
{
  cat "$shop/longer.yaml"
  printf '  - {id: F9, kind: fee, severity: charge, amount: 25000, source: Bench., text: {id: Biaya., en: A fee.}}\n'
} >"$shop/fee.yaml"

# Runs the command; its answers go to $shop/figures, what it held in memory to peak and resident.
simulate() {
  TUKAR_NO_BUILD=1 TUKAR_JAVA_OPTS="-Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xlog:gc:$shop/gc" \
    "$root/bin/tukar" policy simulate --draft "$1" --data "$shop/data" >"$shop/figures" 2>"$shop/log" &
  local command=$! seen=""
  resident=0
  while kill -0 "$command" 2>/dev/null; do
    seen="$(awk '/VmHWM/ { printf "%d", $2 / 1024 }' "/proc/$command/status" 2>/dev/null || true)"
    if [[ -n "$seen" ]]; then resident="$seen"; fi
    sleep 0.2
  done
  wait "$command" || { tail -5 "$shop/log" >&2; exit 1; }
  peak="$(sed -nE 's/.* ([0-9]+)M->[0-9]+M\(.*/\1/p' "$shop/gc" | sort -n | tail -1)"
  seconds="$(field seconds <"$shop/figures")"
}
read_alone() {
  "$java" -Xmx256m -XX:+UseSerialGC -cp "$shop/simulate:$program" io.tukar.policy.replay.ReadAlone \
    "$PGPORT" "$PGPASSWORD" | field seconds
}

echo "bench: measuring ..." >&2
read_alone >/dev/null
simulate "$shop/longer.yaml"
alone="$(read_alone)"
echo "simulate_cases: $(field lines <"$shop/figures")"
echo "simulate_flips: $(field flips <"$shop/figures")"
echo "simulate_seconds: $seconds"
echo "simulate_cases_per_second: $(calc "$cases / $seconds" 0)"
echo "simulate_peak_heap_mib: $peak"
echo "simulate_memory_mib: $resident"
echo "simulate_read_alone_seconds: $alone"
echo "ratio: $(calc "$seconds / $alone" 2)"
simulate "$shop/fee.yaml"
echo "simulate_many_flips: $(field flips <"$shop/figures")"
echo "simulate_many_flips_seconds: $seconds"
echo "simulate_many_flips_peak_heap_mib: $peak"
