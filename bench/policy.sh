# Decisions per second and core by the shipped policy, by the same rules as decision tables (DMN in Drools) and as
# straight-line Java. Sourced by bin/bench; needs no shop.
if ! command -v mvn >/dev/null; then
  echo "bench: Maven (mvn) is needed to get Drools; install it, for example with: apt install maven" >&2
  exit 1
fi
"$root/bin/tukar" --version >&2
echo "bench: getting Drools ..." >&2
JAVA_HOME="$(dirname "$(dirname "$java")")" mvn --file "$bench/policy/pom.xml" --quiet --batch-mode \
  --no-transfer-progress dependency:copy-dependencies -DoutputDirectory="$shop/drools" -DincludeScope=runtime \
  >"$shop/log" 2>&1 || { tail -5 "$shop/log" >&2; exit 1; }

program="$root/target/program/tukar.jar:$root/target/program/lib/*"
mkdir "$shop/tables" "$shop/policy"
javac="$(dirname "$java")/javac"
"$javac" -d "$shop/tables" -cp "$shop/drools/*" "$bench/policy/DecisionTables.java"
"$javac" -d "$shop/policy" -cp "$program" "$bench"/policy/{Answer,MixedFacts,PolicyBench,StraightLine}.java
drools="$(printf '%s:' "$shop"/drools/*.jar)"
echo "bench: measuring, four minutes ..." >&2
# One thread, and a collector that takes no other: what a core does.
"$java" -XX:+UseSerialGC -Xmx512m -cp "$shop/policy:$program" PolicyBench \
  "$shop/tables/:${drools%:}" "$bench/policy/rules.dmn" 2>"$shop/log" >"$shop/figures" ||
  { tail -20 "$shop/log" >&2; exit 1; }
grep '^bench: all sides agree' "$shop/log" >&2
grep -E '^[a-z][a-z -]*: [0-9.]+$' "$shop/figures"
