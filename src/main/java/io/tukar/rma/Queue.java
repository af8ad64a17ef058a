package io.tukar.rma;

/**
 * What waits for somebody, by what is to be done next. A case can be in several: what is overdue is
 * also where its work lies.
 */
public enum Queue {
  /** Every case that has not ended. */
  OPEN("true"),
  TO_REVIEW("r.status = 'REQUESTED'"),
  AWAITING_EVIDENCE("r.status = 'NEEDS_EVIDENCE'"),
  AWAITING_PARCEL("r.status = 'AUTHORIZED'"),
  /** The courier says it was delivered, and nobody has received it here. */
  DELIVERED_NOT_RECEIVED(
      """
      r.status = 'AUTHORIZED' and r.parcel_sent and (
        select s.track_status from shipment s where s.rma_id = r.id and s.leg = 'TO_SHOP'
        order by s.id desc limit 1) = 'DELIVERED'
      """),
  /** Lost or on its way back, says the courier, or seen by nobody for 14 days. */
  PARCEL_TROUBLE(
      """
      (r.status = 'AUTHORIZED' and r.parcel_sent or r.status = 'DISPATCHED') and exists (
        select 1 from (
          select distinct on (s.leg) s.track_status, s.tracked_at, s.at from shipment s
          where s.rma_id = r.id
            and s.leg = case when r.status = 'AUTHORIZED' then 'TO_SHOP' else 'TO_CUSTOMER' end
          order by s.leg, s.id desc
        ) s
        where s.track_status in ('LOST', 'CANCELLED', 'RETURNED', 'RETURNING')
           or (s.track_status is distinct from 'DELIVERED'
               and coalesce(s.tracked_at, s.at) < :now - interval '14 days'))
      """),
  TO_INSPECT("r.status = 'RECEIVED'"),
  WAITING_FOR_STOCK("exists (select 1 from stock_waiting w where w.rma_id = r.id)"),
  TO_SETTLE("r.status = 'INSPECTED'"),
  /** One side still owes the other: it is agreed, or a deposit is asked. */
  TO_PAY("r.balance <> 0"),
  /** The part of it that customers owe. */
  TO_PAY_IN("r.balance > 0"),
  /** The part of it that the shop owes. */
  TO_PAY_OUT("r.balance < 0"),
  /** Paid for and set aside, or refused and to go back. */
  TO_DISPATCH(
      """
      (r.status = 'SETTLED' and r.balance <= 0
       and not exists (select 1 from rma_line l where l.rma_id = r.id and l.state = 'ACCEPTED'
                         and l.goods not in ('HELD', 'SHIPPED'))
       or r.status = 'AUTHORIZED' and r.advance and r.balance <= 0
       and exists (select 1 from rma_line l
                   where l.rma_id = r.id and l.state = 'AUTHORIZED' and l.goods = 'HELD'))
      """),
  DISPATCHED("r.status = 'DISPATCHED'"),
  /** The replacement left first, and the customer's goods did not come in time. */
  GOODS_NEVER_CAME(
      """
      r.status in ('AUTHORIZED', 'RECEIVED') and r.advance and r.due_at < :now
      and exists (select 1 from rma_line l
                  where l.rma_id = r.id and l.state = 'AUTHORIZED' and l.goods = 'SHIPPED')
      """),
  OVERDUE("r.due_at < :now");

  private final String predicate;

  Queue(String predicate) {
    this.predicate = predicate;
  }

  /** The condition on an open case {@code r}. */
  String predicate() {
    return predicate;
  }
}
