# A statement of 100,000 entries read and matched against 20,000 open amounts, and ten times both. Sourced by bin/bench;
# needs no shop.
"$root/bin/tukar" --version >&2
program="$root/target/program/tukar.jar:$root/target/program/lib/*"
mkdir "$shop/statement"
"$(dirname "$java")/javac" -d "$shop/statement" -cp "$program" "$bench/statement/StatementBench.java"
echo "bench: reading and matching ..." >&2
"$java" -XX:+UseSerialGC -Xmx2g -cp "$shop/statement:$program" StatementBench "$shop" 2>"$shop/log" ||
  { tail -20 "$shop/log" >&2; exit 1; }
