# Cases that set stock aside at the same time, of many products and of few; then whether anybody who waits is overtaken.
# Sourced by bin/bench, which started the server and set the helpers.
seconds=15
clients=8
orders=60000
waiting=300

psql -q -v ON_ERROR_STOP=1 -v orders="$orders" -v token="$token" -f "$bench/seed.sql" >&2
psql -q -v ON_ERROR_STOP=1 -v orders="$orders" -f "$bench/holds.sql" >&2

echo "bench: warming up ..." >&2
load Request "$port" "$token" "$clients" 20 1 12000 >/dev/null

first=12001
for products in 100 4 1; do
  load Request "$port" "$token" "$clients" "$seconds" "$first" $((first + 9999)) >"$shop/ours"
  echo "holds_of_${products}_per_second: $(calc "$(field done <"$shop/ours") / $(field seconds <"$shop/ours")" 1)"
  echo "holds_of_${products}_p50_ms: $(field p50_ms <"$shop/ours")"
  echo "holds_of_${products}_p99_ms: $(field p99_ms <"$shop/ours")"
  first=$((first + 10000))
done

echo "bench: so many wait, stock comes little by little, others ask for it ..." >&2
load Request "$port" "$token" "$clients" 60 42001 $((42000 + waiting)) >/dev/null
psql -qAt -c "select coalesce(r.rma_number, r.request_number) from stock_waiting w join rma r on r.id = w.rma_id
  where w.sku = 'HOLD-5' order by w.since, w.rma_id" >"$shop/waiting"
psql -q -c "create table bench_early as select rma_id, since from stock_waiting where sku = 'HOLD-5'"
(
  for ((delivered = 0; delivered < waiting; delivered += 5)); do
    psql -q -c "begin" -c "insert into stock_move (sku, quantity, from_place, to_place, cause, at, actor)
        values ('HOLD-5', 5, 'SUPPLIER', 'SHELF', 'delivered', now(), 'clock')" \
      -c "update stock_level set on_hand = on_hand + 5 where sku = 'HOLD-5'" -c "commit"
    sleep 0.1
  done
) &
delivery=$!
load Holds "$port" "$token" 4 4 $((42001 + waiting)) "$orders" "$shop/waiting" >"$shop/ours"
wait "$delivery"
echo "waiting: $(wc -l <"$shop/waiting")"
echo "waiting_served: $(psql -qAt -c "select count(*) from bench_early e join hold h using (rma_id)")"
echo "waiting_seconds: $(field seconds <"$shop/ours")"
echo "offers_out_of_turn: $(($(field offers <"$shop/ours") - waiting))"
echo "asked_meanwhile: $(field asked <"$shop/ours")"
# A hold taken while somebody who waited before its case did not have theirs.
echo "overtakings: $(psql -qAt -c "select count(*) from hold h
  join rma r on r.id = h.rma_id left join bench_early own on own.rma_id = h.rma_id
  where h.sku = 'HOLD-5' and exists (
    select 1 from bench_early e left join hold theirs on theirs.rma_id = e.rma_id
    where (e.since, e.rma_id) < (coalesce(own.since, r.opened_at), h.rma_id)
      and (theirs.id is null or theirs.id > h.id))")"
psql -q -c "drop table bench_early"
