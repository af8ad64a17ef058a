package io.tukar.desk;

import io.tukar.shipping.Quote;
import io.tukar.shipping.Spot;
import io.tukar.web.Frame;

/** What the tariff says, in a sentence. */
public final class ParcelWords {

  private ParcelWords() {}

  /** Where a suggested cost comes from, or that none is known. */
  public static String quote(Frame frame, Quote quote) {
    return switch (quote) {
      case Quote.Known(var tariff, var grams, var cost) ->
          frame.text(
              "desk.quote.known",
              tariff.courier().brand() + " " + tariff.product(),
              Spot.named(tariff.origin()),
              Spot.named(tariff.destination()),
              tariff.kilograms(grams),
              cost);
      case Quote.Unknown() -> frame.text("desk.quote.unknown");
    };
  }
}
