package io.tukar.rma;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.evidence.Album;
import io.tukar.evidence.Photo;
import io.tukar.evidence.Photos;
import io.tukar.kernel.Answer;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Sku;
import io.tukar.orders.Order;
import io.tukar.orders.OrderBook;
import io.tukar.orders.OrderStatus;
import io.tukar.orders.SoldItem;
import io.tukar.policy.facts.Fact;
import io.tukar.policy.facts.ReturnFacts;
import io.tukar.policy.facts.Source;
import io.tukar.policy.versions.Policies;
import io.tukar.stock.Catalogue;
import io.tukar.stock.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a request and judges it: the one path of the pre-check and of the submission. */
@Component
class Assessor {

  private final OrderBook orders;
  private final Catalogue catalogue;
  private final Photos photos;
  private final Policies policies;
  private final Rmas rmas;

  Assessor(OrderBook orders, Catalogue catalogue, Photos photos, Policies policies, Rmas rmas) {
    this.orders = orders;
    this.catalogue = catalogue;
    this.photos = photos;
    this.policies = policies;
    this.rmas = rmas;
  }

  /** What the policy says; refused, with every reason, where the request cannot be judged. */
  Answer<PreCheck> assess(Order order, OpenRequest request, Instant at) {
    var products = catalogue.products(skus(order, request));
    var refusals = new ArrayList<Refusal>();
    refusals.addAll(refusalsOfTheWhole(order, request, at));
    for (int i = 0; i < request.lines().size(); i++) {
      refusals.addAll(refusalsOfLine(order, request.lines().get(i), i, products, at));
    }
    if (!refusals.isEmpty()) {
      return new Answer.Refused<>(refusals);
    }
    var slots = slots(request.draft());
    var customer = customer(order);
    var lines =
        request.lines().stream()
            .map(
                line ->
                    judge(
                        order,
                        request,
                        line,
                        products,
                        customer,
                        slots.getOrDefault(line.orderLine(), Set.of())))
            .toList();
    return Answer.done(PreCheck.of(order, lines));
  }

  private static List<Sku> skus(Order order, OpenRequest request) {
    var skus = new ArrayList<Sku>();
    for (var line : request.lines()) {
      skus.add(line.wanted());
      order.item(line.orderLine()).map(SoldItem::sku).ifPresent(skus::add);
    }
    return skus;
  }

  private static List<Refusal> refusalsOfTheWhole(Order order, OpenRequest request, Instant at) {
    var refusals = new ArrayList<Refusal>();
    if (order.status() == OrderStatus.CANCELLED) {
      refusals.add(Refusal.of("order-cancelled", "order", order.number()));
    }
    if (request.lines().isEmpty()) {
      refusals.add(Refusal.of("lines-empty", "lines"));
    }
    if (request.lines().size() > OpenRequest.LINES_MAX) {
      refusals.add(Refusal.of("lines-too-many", "lines", OpenRequest.LINES_MAX));
    }
    if (request.firstContactAt().isAfter(at)) {
      refusals.add(Refusal.of("first-contact-in-future", "firstContactAt"));
    }
    var remark = request.remark();
    if (remark != null && remark.length() > OpenRequest.REMARK_CHARS_MAX) {
      refusals.add(Refusal.of("remark-too-long", "remark", OpenRequest.REMARK_CHARS_MAX));
    }
    var seen = new HashSet<Integer>();
    for (int i = 0; i < request.lines().size(); i++) {
      if (!seen.add(request.lines().get(i).orderLine())) {
        refusals.add(
            Refusal.of("line-twice", "lines[" + i + "].line", request.lines().get(i).orderLine()));
      }
    }
    return refusals;
  }

  private List<Refusal> refusalsOfLine(
      Order order, OpenRequest.Line line, int index, Map<Sku, Product> products, Instant at) {
    var field = "lines[" + index + "].";
    var item = order.item(line.orderLine());
    if (item.isEmpty()) {
      return List.of(Refusal.of("no-such-line", field + "line", line.orderLine()));
    }
    var refusals = new ArrayList<Refusal>();
    quantityRefusal(item.get(), line.quantity(), field + "quantity").ifPresent(refusals::add);
    var wanted = products.get(line.wanted());
    if (wanted == null) {
      refusals.add(Refusal.of("sku-unknown", field + "wanted", line.wanted()));
    } else if (!wanted.active() && !wanted.sku().equals(item.get().sku())) {
      refusals.add(Refusal.of("sku-not-sold", field + "wanted", line.wanted()));
    }
    var received = line.receivedOn();
    if (received != null && received.isAfter(day(at))) {
      refusals.add(Refusal.of("received-in-future", field + "receivedOn"));
    } else if (received != null && received.isBefore(day(order.orderedAt()))) {
      refusals.add(Refusal.of("received-before-order", field + "receivedOn"));
    }
    return refusals;
  }

  private Optional<Refusal> quantityRefusal(SoldItem item, int quantity, String field) {
    if (quantity < 1) {
      return Optional.of(Refusal.of("quantity-not-positive", field));
    }
    if (quantity > item.quantity()) {
      return Optional.of(Refusal.of("quantity-more-than-bought", field, item.quantity()));
    }
    if (quantity > OpenRequest.QUANTITY_PER_LINE_MAX) {
      return Optional.of(
          Refusal.of("quantity-too-large", field, OpenRequest.QUANTITY_PER_LINE_MAX));
    }
    if (quantity > item.remaining()) {
      var other = rmas.claiming(item.id()).map(Object::toString).orElse("");
      return Optional.of(
          item.remaining() == 0
              ? Refusal.of("already-in-case", field, other)
              : Refusal.of("quantity-more-than-remain", field, item.remaining(), other));
    }
    return Optional.empty();
  }

  private Map<Integer, Set<PhotoSlot>> slots(@Nullable UUID draft) {
    return draft == null ? Map.of() : slots(photos.list(new Album.OfDraft(draft)));
  }

  static Map<Integer, Set<PhotoSlot>> slots(List<Photo> taken) {
    var slots = new HashMap<Integer, Set<PhotoSlot>>();
    for (var photo : taken) {
      slots
          .computeIfAbsent(photo.caption().lineNo(), no -> EnumSet.noneOf(PhotoSlot.class))
          .add(photo.caption().slot());
    }
    return slots;
  }

  private PreCheck.Line judge(
      Order order,
      OpenRequest request,
      OpenRequest.Line line,
      Map<Sku, Product> products,
      ReturnFacts.Customer customer,
      Set<PhotoSlot> slots) {
    var item = order.item(line.orderLine()).orElseThrow();
    var wanted = products.get(line.wanted());
    if (wanted == null) {
      throw new IllegalStateException("A line was judged before it was checked");
    }
    var facts =
        new ReturnFacts(
            new ReturnFacts.Claim(
                request.firstContactAt(),
                line.reason(),
                Optional.ofNullable(line.symptom()),
                line.quantity(),
                slots,
                Fact.of(Optional.ofNullable(request.firstContactBy()), Source.SHOP),
                // Whoever asks through a door has not sent anything yet.
                Fact.known(false, Source.SHOP)),
            sold(order, line, item, products.get(item.sku())),
            new ReturnFacts.Condition(
                claim(line.claimed().sealIntact()),
                claim(line.claimed().clean()),
                claim(line.claimed().complete()),
                serialMatches(line, item),
                Fact.unknown(),
                Fact.unknown()),
            new ReturnFacts.Wanted(
                wanted.sku(),
                wanted.listPrice(),
                Fact.known(wanted.free() >= line.quantity(), Source.SHOP)),
            customer);
    return new PreCheck.Line(line, item, wanted, facts, policies.current().judge(facts));
  }

  private ReturnFacts.Customer customer(Order order) {
    var exchanges = rmas.exchangesOf(order.customerId(), ReturnFacts.Customer.EXCHANGES_MAX);
    return new ReturnFacts.Customer(
        Fact.of(Optional.ofNullable(order.forCompany()), Source.ORDER),
        Fact.known(exchanges.stream().map(Assessor::day).sorted().toList(), Source.SHOP));
  }

  private static ReturnFacts.Sold sold(
      Order order, OpenRequest.Line line, SoldItem item, @Nullable Product product) {
    return new ReturnFacts.Sold(
        day(order.orderedAt()),
        Optional.ofNullable(order.dispatchedOn()),
        order.receivedOn() != null
            ? Fact.known(order.receivedOn(), Source.ORDER)
            : Fact.of(Optional.ofNullable(line.receivedOn()), Source.CLAIM),
        item.sku(),
        product == null ? "" : product.category(),
        item.unitPaid(),
        product == null || product.boxed(),
        Fact.of(Optional.ofNullable(order.courier()), Source.ORDER),
        Fact.unknown());
  }

  private Fact<Boolean> serialMatches(OpenRequest.Line line, SoldItem item) {
    if (line.serial() == null) {
      return Fact.unknown();
    }
    var sold = orders.serialsOf(item.id());
    return sold.isEmpty() ? Fact.unknown() : Fact.known(sold.contains(line.serial()), Source.CLAIM);
  }

  private static Fact<Boolean> claim(@Nullable Boolean said) {
    return Fact.of(Optional.ofNullable(said), Source.CLAIM);
  }

  private static LocalDate day(Instant at) {
    return at.atZone(WorkingCalendar.SHOP_ZONE).toLocalDate();
  }
}
