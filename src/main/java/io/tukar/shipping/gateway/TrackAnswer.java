package io.tukar.shipping.gateway;

import io.tukar.shipping.TrackingReport;
import java.util.List;

/** What a gateway says when asked for a parcel. */
public sealed interface TrackAnswer {

  /** It knows the parcel; so far this happened to it. */
  record Found(List<TrackingReport> reports) implements TrackAnswer {
    public Found {
      reports = List.copyOf(reports);
    }
  }

  /** It does not know this waybill, or not yet. */
  record NotKnown() implements TrackAnswer {}

  /**
   * No answer in time, or one that cannot be read.
   *
   * @param why in a word or two, without personal data
   */
  record Unclear(String why) implements TrackAnswer {}
}
