package io.tukar.api.view;

import io.tukar.api.wire.ApiJson;
import io.tukar.rma.History;
import io.tukar.rma.RmaEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened to a case.
 *
 * @param actor a reference such as {@code staff:3}
 * @param hash its link in the chain, in hexadecimal
 */
public record EventView(
    int seq, RmaEvent.Kind kind, Instant at, String actor, JsonNode data, String hash) {

  public static EventView of(History.Entry entry) {
    return new EventView(
        entry.seq(),
        entry.kind(),
        entry.at(),
        entry.actor(),
        ApiJson.stored(entry.body()),
        HexFormat.of().formatHex(entry.hash()));
  }

  /** All of a case, oldest first. */
  public record All(List<EventView> events) {}
}
