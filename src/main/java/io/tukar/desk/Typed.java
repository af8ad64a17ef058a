package io.tukar.desk;

import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.SerialNumber;
import io.tukar.kernel.WaybillNumber;
import io.tukar.rma.Parcel;
import io.tukar.shipping.Booking;
import io.tukar.shipping.Carriage;
import io.tukar.shipping.Courier;
import io.tukar.shipping.CourierBook;
import io.tukar.shipping.Tariff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed into a form, read field by field; what cannot be read is remembered. */
public final class Typed {

  private static final int RUPIAH_DIGITS_MAX = 12;

  private final Map<String, String> fields;
  private final List<Refusal> refusals = new ArrayList<>();

  public Typed(Map<String, String> fields) {
    this.fields = fields;
  }

  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  void refuse(String code, String field, Object... args) {
    refusals.add(Refusal.of(code, field, args));
  }

  /** Without blanks around it; empty where nothing was typed. */
  String text(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  boolean checked(String name) {
    return text(name).equals("true");
  }

  /** The lines whose box is ticked, by the name {@code line-2}. */
  List<Integer> lines() {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().matches("line-[0-9]{1,3}") && checked(field.getKey()))
        .map(field -> Integer.valueOf(field.getKey().substring("line-".length())))
        .sorted()
        .toList();
  }

  /** One of an enum's values. */
  <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
    var typed = text(name);
    var found =
        Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(typed)).findFirst();
    if (found.isEmpty()) {
      refuse("choice-missing", name);
    }
    return found;
  }

  /** Yes, no, or null where it was not said. */
  @Nullable Boolean said(String name) {
    return switch (text(name)) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** Whole rupiah, with or without dots and Rp; null where nothing was typed. */
  @Nullable Money money(String name) {
    var typed = text(name);
    if (typed.isEmpty()) {
      return null;
    }
    var digits = typed.replaceFirst("(?i)^rp\\.?", "").replaceAll("[.\\s]", "");
    if (!digits.matches("[0-9]{1," + RUPIAH_DIGITS_MAX + "}")) {
      refuse("value-unreadable", name);
      return null;
    }
    return Money.rupiah(Long.parseLong(digits));
  }

  /** As {@link #money}, where something must be typed. */
  public Money amount(String name) {
    if (text(name).isEmpty()) {
      refuse("value-missing", name);
    }
    var amount = money(name);
    return amount == null ? Money.rupiah(0) : amount;
  }

  /** Serials, each scanned or typed on a line of its own or after a comma. */
  List<SerialNumber> serials(String name) {
    var serials = new ArrayList<SerialNumber>();
    for (var part : text(name).split("[,;\\r\\n]+", -1)) {
      if (!part.isBlank()) {
        SerialNumber.parse(part)
            .ifPresentOrElse(serials::add, () -> refuse("value-unreadable", name));
      }
    }
    return serials;
  }

  /** Courier and waybill. */
  Optional<Parcel> parcel() {
    var courier = choice("courier", Courier.class);
    var typed = text("waybill");
    if (typed.isEmpty()) {
      refuse("value-missing", "waybill");
      return Optional.empty();
    }
    var waybill = WaybillNumber.parse(typed);
    if (waybill.isEmpty()) {
      refuse("value-unreadable", "waybill");
    }
    var carriage = courier.map(who -> carriage(who, Booking.BY_SENDER));
    return courier.flatMap(
        who -> waybill.map(number -> new Parcel(who, number, carriage.orElseThrow())));
  }

  /** How a parcel of this courier is carried, as far as it was typed. */
  Carriage carriage(Courier courier, Booking booking) {
    var product = product();
    if (product.filter(chosen -> chosen.courier() != courier).isPresent()) {
      refuse("product-not-the-couriers", "product", courier.brand());
    }
    return new Carriage(
        product.map(Bought::code).orElse(null),
        grams().orElse(null),
        money("cost"),
        money("declared"),
        booking);
  }

  /** What was chosen of a courier's products. */
  record Bought(Courier courier, String code) {}

  /** A courier's product; empty where none was chosen. */
  Optional<Bought> product() {
    var parts = text("product").split(":", 2);
    if (parts[0].isEmpty()) {
      return Optional.empty();
    }
    var courier =
        Arrays.stream(Courier.values()).filter(one -> one.name().equals(parts[0])).findFirst();
    if (courier.isEmpty() || parts.length != 2 || !CourierBook.isCode(parts[1])) {
      refuse("choice-missing", "product");
      return Optional.empty();
    }
    return Optional.of(new Bought(courier.get(), parts[1]));
  }

  /** A weight in grams; empty where nothing was typed. */
  Optional<Integer> grams() {
    var typed = text("weight").replaceAll("[.\\s]", "");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (!typed.matches("[1-9][0-9]{0,6}") || Integer.parseInt(typed) > Tariff.GRAMS_MAX) {
      refuse("weight-unreadable", "weight");
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(typed));
  }
}
