package io.tukar.desk.arrive;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.evidence.Album;
import io.tukar.evidence.Photos;
import io.tukar.inspection.Arrival;
import io.tukar.inspection.Arrivals;
import io.tukar.inspection.StrangeItem;
import io.tukar.inspection.StrangeItems;
import io.tukar.kernel.Refusal;
import io.tukar.rma.Leftovers;
import io.tukar.rma.Rma;
import io.tukar.rma.Rmas;
import io.tukar.rma.WorkRow;
import io.tukar.rma.Worklist;
import io.tukar.staff.May;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a parcel. */
@Component
class ParcelModels {

  static final String TEMPLATE = "desk/arrive/parcel";

  private static final int TYPED_CHARS_MAX = 100;

  private final Arrivals arrivals;
  private final StrangeItems strange;
  private final Photos photos;
  private final Rmas rmas;
  private final Leftovers leftovers;
  private final Worklist worklist;
  private final ActorNames actors;
  private final Clock clock;

  ParcelModels(
      Arrivals arrivals,
      StrangeItems strange,
      Photos photos,
      Rmas rmas,
      Leftovers leftovers,
      Worklist worklist,
      ActorNames actors,
      Clock clock) {
    this.arrivals = arrivals;
    this.strange = strange;
    this.photos = photos;
    this.rmas = rmas;
    this.leftovers = leftovers;
    this.worklist = worklist;
    this.actors = actors;
    this.clock = clock;
  }

  /**
   * The parcel, with the cases that answer {@code q} and the one chosen by {@code case}.
   *
   * @param elsewhere it was just scanned again
   */
  ParcelModel of(Frame frame, Arrival parcel, Form form, boolean elsewhere) {
    var role = Badge.of(frame).role();
    var rmaId = parcel.rmaId();
    var typed = form.value("q").strip();
    var words = typed.substring(0, Math.min(typed.length(), TYPED_CHARS_MAX));
    var waiting = parcel.state() == Arrival.State.QUARANTINE;
    var items = strange.of(parcel.id());
    var left = leftovers.ofParcel(parcel.id());
    var chosen =
        waiting ? rmas.idOf(form.value("case")).flatMap(rmas::find) : Optional.<Rma>empty();
    return new ParcelModel(
        parcel,
        actors.name(frame, parcel.actor()),
        photos.list(new Album.OfParcel(parcel.id())),
        rmaId == null ? Map.of() : arrivals.cameIn(parcel.id(), rmaId),
        items,
        takers(items),
        left,
        rmaId == null ? Optional.empty() : rmas.find(rmaId),
        form,
        waiting && !words.isEmpty() ? worklist.search(words) : List.<WorkRow>of(),
        chosen.map(rma -> ReceiveModel.of(rma, arrivals.waiting(rma.id()), clock.instant())),
        elsewhere,
        May.RECEIVE.allows(role),
        May.MATCH_PARCELS.allows(role),
        May.COUNT_LEFTOVERS.allows(role)
            && (waiting || items.stream().anyMatch(StrangeItem::here)));
  }

  private Map<Long, String> takers(List<StrangeItem> items) {
    var numbers = new HashMap<Long, String>();
    for (var item : items) {
      var ended = item.ended();
      if (ended != null && ended.rmaId() != null) {
        rmas.find(ended.rmaId()).ifPresent(rma -> numbers.put(rma.id(), ReceiveModel.number(rma)));
      }
    }
    return numbers;
  }

  /** The parcel is here, but not all of its photos are. */
  Page refused(Frame frame, Arrival parcel, List<Refusal> refusals) {
    return Page.refused(TEMPLATE, of(frame, parcel, Form.blank().with(refusals), false));
  }
}
