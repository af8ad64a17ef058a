package io.tukar.rma;

import io.tukar.stock.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that goods nobody claimed leave the books: one person proposes, another decides.
 *
 * @param consent where the owner wrote that the shop may keep them; null for every other way
 * @param reason why this way
 * @param actor who proposed, as stored
 * @param decided what became of it; null while nobody has decided
 */
public record Disposal(
    long id,
    long leftoverId,
    Way way,
    @Nullable String consent,
    String reason,
    Instant at,
    String actor,
    @Nullable Decided decided) {

  /** What becomes of the goods. */
  public enum Way {
    DONATE(Place.SCRAP),
    RECYCLE(Place.SCRAP),
    SCRAP(Place.SCRAP),
    /** The shop keeps them as its own: only where the owner wrote that it may. */
    KEEP(Place.OPEN_BOX);

    private final Place place;

    Way(Place place) {
      this.place = place;
    }

    /** Where they go in the books; what lies in {@code SCRAP} is worth nothing any more. */
    public Place place() {
      return place;
    }
  }

  /** What became of a proposal. */
  public enum Outcome {
    APPROVED,
    REJECTED,
    /** The count ended meanwhile. */
    OVERTAKEN
  }

  /** A decision, by another person than who proposed where it is an approval. */
  public record Decided(Outcome outcome, Instant at, String by, @Nullable String remark) {}
}
