package io.tukar.desk.arrive;

import io.tukar.inspection.Arrival;
import io.tukar.inspection.StrangeItem;
import io.tukar.kernel.SerialNumber;
import io.tukar.shipping.Courier;
import io.tukar.web.Choice;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something in a parcel that nobody awaited, and what can become of it.
 *
 * @param mayRequest who looks may begin a new request for it
 */
public record StrangeItemModel(Arrival parcel, StrangeItem item, Form form, boolean mayRequest) {

  public String parcelPath() {
    return "/desk/station/parcels/" + parcel.id();
  }

  public String path() {
    return parcelPath() + "/items/" + item.no();
  }

  /** What a new request is looked for by. */
  public String search() {
    return item.serial().map(SerialNumber::value).orElse("");
  }

  /** The couriers it can go back with, or none where it is fetched. */
  public List<Choice> couriers(Frame frame) {
    return Stream.concat(
            Stream.of(Choice.of("", frame.text("arrive.item.fetched"))),
            Arrays.stream(Courier.values()).map(one -> Choice.of(one.name(), one.brand())))
        .toList();
  }
}
