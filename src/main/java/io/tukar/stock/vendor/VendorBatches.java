package io.tukar.stock.vendor;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rows.AllOrNothing;
import io.tukar.stock.Place;
import io.tukar.stock.Units;
import io.tukar.stock.VendorGoods;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The verbs of a vendor's batch, each one transaction: gathered, sent once, and answered unit by
 * unit. Nothing is moved by gathering or sending, for what waits and what was sent lie in the same
 * place; an answer moves what it is about. Locks: the batch, units by id, the product's level.
 */
@Component
public class VendorBatches {

  private final AllOrNothing verbs;
  private final VendorRows rows;
  private final VendorGoods goods;
  private final Units units;

  VendorBatches(AllOrNothing verbs, VendorRows rows, VendorGoods goods, Units units) {
    this.verbs = verbs;
    this.rows = rows;
    this.goods = goods;
    this.units = units;
  }

  /**
   * The batch that is gathered for this vendor; begun where there is none.
   *
   * @param vendor its name, in large and small letters alike
   */
  public Answer<VendorBatch> open(String vendor, Instant at, Actor by) {
    var name = vendor.strip().replaceAll("\\s+", " ");
    if (name.isEmpty()) {
      return Answer.refused(Refusal.of("value-missing", "vendor"));
    }
    if (name.length() > VendorBatch.VENDOR_CHARS_MAX) {
      return Answer.refused(Refusal.of("value-too-long", "vendor", VendorBatch.VENDOR_CHARS_MAX));
    }
    return verbs.runBesideOthers(
        () -> rows.find(rows.open(name, at, by)).map(Answer::done).orElseThrow());
  }

  /**
   * Puts units that wait into the batch, all of them or none; those that are in it stay.
   *
   * @param fault what is wrong with them; null where their newest failed test tells
   */
  public Answer<VendorBatch> gather(
      long batchId, Collection<Long> unitIds, @Nullable String fault, Instant at, Actor by) {
    var ids = new TreeSet<>(unitIds);
    return ofOpen(
        batchId,
        batch -> {
          if (ids.isEmpty()) {
            return Answer.refused(Refusal.of("vendor-none-chosen", "units"));
          }
          if (fault != null && fault.length() > VendorItem.FAULT_CHARS_MAX) {
            return Answer.refused(
                Refusal.of("value-too-long", "fault", VendorItem.FAULT_CHARS_MAX));
          }
          var locked = units.lock(ids);
          if (locked.size() < ids.size()) {
            return Answer.refused(Refusal.of("vendor-none-chosen", "units"));
          }
          int added = 0;
          for (var unit : locked) {
            var in = rows.batchOf(unit.id());
            if (in.isPresent() && in.get().id() == batchId) {
              continue;
            }
            if (in.isPresent()) {
              return Answer.refused(
                  Refusal.of("vendor-in-another-batch", "code", unit.serial(), in.get().vendor()));
            }
            if (unit.place() != Place.VENDOR) {
              return Answer.refused(Refusal.of("vendor-unit-not-waiting", "code", unit.serial()));
            }
            rows.add(batchId, unit.sku(), unit.id(), fault, at, by);
            added++;
          }
          return added == 0 ? Answer.done(batch) : gathered(batchId);
        });
  }

  /**
   * So many of a product without serials are in the batch from now on.
   *
   * @param quantity from 1; to have none of them, their row is taken out
   */
  public Answer<VendorBatch> gatherNumber(
      long batchId, Sku sku, int quantity, @Nullable String fault, Instant at, Actor by) {
    return ofOpen(
        batchId,
        batch -> {
          if (quantity < 1) {
            return Answer.refused(Refusal.of("quantity-not-positive", "quantity"));
          }
          if (fault != null && fault.length() > VendorItem.FAULT_CHARS_MAX) {
            return Answer.refused(
                Refusal.of("value-too-long", "fault", VendorItem.FAULT_CHARS_MAX));
          }
          var here = rows.nameless(batchId, sku);
          var most = goods.namelessWaiting(sku) + here;
          if (quantity > most) {
            return Answer.refused(Refusal.of("vendor-fewer-wait", "quantity", Math.max(0, most)));
          }
          rows.setNameless(batchId, sku, quantity, fault, at, by);
          return gathered(batchId);
        });
  }

  private Answer<VendorBatch> gathered(long batchId) {
    if (rows.items(batchId) > VendorBatch.ITEMS_MAX) {
      return Answer.refused(Refusal.of("vendor-batch-full", "units", VendorBatch.ITEMS_MAX));
    }
    return changed(batchId);
  }

  private Answer<VendorBatch> changed(long batchId) {
    rows.changed(batchId);
    return Answer.done(rows.find(batchId).orElseThrow());
  }

  /** Takes something out again before the batch is sent; what is not in it any more is out. */
  public Answer<VendorBatch> takeOut(long batchId, long itemId) {
    return ofOpen(
        batchId,
        batch -> {
          var item = rows.item(itemId).filter(one -> one.batchId() == batchId);
          if (item.isEmpty()) {
            return Answer.done(batch);
          }
          rows.remove(itemId);
          return changed(batchId);
        });
  }

  /**
   * Sends the batch, once.
   *
   * @param version as the sender saw it: what was put in or taken out since is looked at first
   * @param reference the number the vendor gave for it
   * @param key made with the form
   */
  public Answer<VendorBatch> send(
      long batchId,
      int version,
      String reference,
      @Nullable WaybillNumber waybill,
      UUID key,
      Instant at,
      Actor by) {
    return of(
        batchId,
        batch -> {
          var sent = rows.sentBy(key);
          if (sent.isPresent()) {
            return sent.get() == batchId
                ? Answer.done(batch)
                : Answer.refused(Refusal.of("vendor-batch-changed", ""));
          }
          if (batch.state() != VendorBatch.State.OPEN) {
            return Answer.refused(Refusal.of("vendor-batch-sent", "", batch.vendor()));
          }
          if (batch.version() != version) {
            return Answer.refused(Refusal.of("vendor-batch-changed", ""));
          }
          if (batch.goods() == 0) {
            return Answer.refused(Refusal.of("vendor-batch-empty", ""));
          }
          var number = reference.strip();
          if (number.isEmpty()) {
            return Answer.refused(Refusal.of("value-missing", "reference"));
          }
          if (number.length() > VendorBatch.Sending.REFERENCE_CHARS_MAX) {
            return Answer.refused(
                Refusal.of("value-too-long", "reference", VendorBatch.Sending.REFERENCE_CHARS_MAX));
          }
          if (rows.isUsed(batch.vendor(), number)) {
            return Answer.refused(Refusal.of("vendor-reference-used", "reference", number));
          }
          rows.send(batchId, key, number, waybill, at, by);
          return Answer.done(rows.find(batchId).orElseThrow());
        });
  }

  /**
   * Books what came of a unit, or of some of a number, once. The batch is closed with its last
   * answer.
   *
   * @param quantity how many of a number, the others are awaited still; 1 for a unit
   * @param paper number of the vendor's paper; needed for a credit, else it may be empty
   * @param key made with the form: the same form sent twice is one answer
   */
  public Answer<VendorItem> answer(
      long batchId,
      long itemId,
      VendorAnswer answer,
      int quantity,
      String paper,
      UUID key,
      Instant at,
      Actor by) {
    return of(
        batchId,
        batch -> {
          var booked = goods.paperOf(key);
          if (booked.isPresent()) {
            return rows.bookedOn(booked.get())
                .map(Answer::done)
                .orElseGet(() -> Answer.refused(Refusal.of("vendor-no-such-item", "")));
          }
          var item = rows.item(itemId).filter(one -> one.batchId() == batchId);
          if (item.isEmpty()) {
            return Answer.refused(Refusal.of("vendor-no-such-item", ""));
          }
          var refusal = AnswerCheck.refusal(batch, item.get(), answer, quantity, paper.strip());
          return refusal.isPresent()
              ? Answer.refused(refusal.get())
              : book(batch, item.get(), answer, quantity, paper.strip(), key, at, by);
        });
  }

  private Answer<VendorItem> book(
      VendorBatch batch,
      VendorItem item,
      VendorAnswer answer,
      int quantity,
      String paper,
      UUID key,
      Instant at,
      Actor by) {
    var sending = batch.sending();
    var reference = !paper.isEmpty() || sending == null ? paper : sending.reference();
    var back =
        new VendorGoods.Back(
            item.sku(),
            item.unitId(),
            quantity,
            answer.place(),
            answer instanceof VendorAnswer.Replaced,
            answer instanceof VendorAnswer.Replaced(var tag) ? tag : null,
            answer instanceof VendorAnswer.Repaired);
    return switch (goods.book(back, key, batch.vendor(), reference, at, by)) {
      case Answer.Refused<VendorGoods.Booked>(var reasons) -> new Answer.Refused<>(reasons);
      case Answer.Done<VendorGoods.Booked>(var moved) -> {
        var booking =
            new Booking(
                answer, paper.isEmpty() ? null : paper, moved.paper(), moved.replacement(), at, by);
        if (quantity < item.quantity()) {
          rows.divide(item, booking, quantity);
        } else {
          rows.answer(item, booking);
        }
        rows.answered(batch.id(), at);
        yield Answer.done(rows.bookedOn(moved.paper()).orElseThrow());
      }
    };
  }

  private Answer<VendorBatch> ofOpen(
      long batchId, Function<VendorBatch, Answer<VendorBatch>> verb) {
    return of(
        batchId,
        batch ->
            batch.state() == VendorBatch.State.OPEN
                ? verb.apply(batch)
                : Answer.refused(Refusal.of("vendor-batch-sent", "", batch.vendor())));
  }

  private <T> Answer<T> of(long batchId, Function<VendorBatch, Answer<T>> verb) {
    return verbs.runBesideOthers(
        () ->
            rows.lock(batchId)
                .map(verb)
                .orElseGet(() -> Answer.refused(Refusal.of("vendor-no-such-batch", ""))));
  }
}
