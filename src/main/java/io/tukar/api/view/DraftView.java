package io.tukar.api.view;

import io.tukar.kernel.Language;
import io.tukar.kernel.OrderNumber;
import io.tukar.rma.Draft;
import java.time.Instant;
import java.util.UUID;

/**
 * A request being written.
 *
 * @param startedAt counts as first contact
 */
public record DraftView(UUID id, OrderNumber order, Language language, Instant startedAt) {

  public static DraftView of(Draft draft, OrderNumber order) {
    return new DraftView(draft.id(), order, draft.language(), draft.startedAt());
  }
}
