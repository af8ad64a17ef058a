package io.tukar.portal.draft;

import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Symptom;

/** The pictures beside the answers: strokes on a 24 by 24 grid. */
public final class Picture {

  /** The label's barcode. */
  public static final String SERIAL = "M4 5v14M8 5v14M11 5v14M15 5v14M18 5v14M21 5v14";

  public static final String SEAL = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12l3 3 5-6";
  public static final String CLEAN = "M12 3l2 7 7 2-7 2-2 7-2-7-7-2 7-2z";
  public static final String COMPLETE = "M4 6h.01M4 12h.01M4 18h.01M9 6h11M9 12h11M9 18h11";

  private Picture() {}

  /** For a reason. */
  public static String of(ReturnReason reason) {
    return switch (reason) {
      case DEAD_ON_ARRIVAL -> "M12 3v9M6.5 6.5a8 8 0 1 0 11 0";
      case MALFUNCTION -> "M12 3 2 20h20zM12 10v4M12 17v.01";
      case DAMAGED_ON_ARRIVAL -> "M3 7.5 12 3l9 4.5v9L12 21l-9-4.5zM12 3l-2 5 3 3-2 4 1 6";
      case WRONG_ITEM -> "M3 3h8v8H3zM13 13h8v8h-8zM15 4h5v5M20 4l-5 5M9 20H4v-5M4 20l5-5";
      case INCOMPLETE -> "M3 7.5 12 3l9 4.5v9L12 21l-9-4.5zM9 12h6";
      case CHANGED_MIND -> "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3";
      case ORDERED_WRONG_MODEL ->
          "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 10a2.5 2.5 0 1 1 3.8 2.1c-.8.5-1.3 1-1.3"
              + " 1.9M12 17v.01";
    };
  }

  /** For a symptom. */
  public static String of(Symptom symptom) {
    return switch (symptom) {
      case NO_POWER -> "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4";
      case NO_REGISTRATION ->
          "M6.5 18H17a4 4 0 0 0 .5-8A6 6 0 0 0 6 9.5a4.3 4.3 0 0 0 .5 8.5zM10 11l4 4M14 11l-4 4";
      case ONE_WAY_AUDIO -> "M4 9h4l5-4v14l-5-4H4zM17 9a4 4 0 0 1 0 6";
      case NO_DIAL_TONE -> "M3 8c5-5 13-5 18 0l-2 4-4-1v-3H9v3l-4 1zM10 15l4 4M14 15l-4 4";
      case POE_FAULT -> "M4 4h16v13H4zM8 17v3h8v-3M13 6l-3 4h4l-3 4";
      case PORT_DEAD -> "M4 5h16v14H4zM8 19v-6h8v6M10 13v-3M14 13v-3";
      case HANDSET -> "M3 10c5-5 13-5 18 0l-2 4-4-1v-3H9v3l-4 1zM12 15v4M10 19h4";
      case DISPLAY -> "M3 4h18v12H3zM8 20h8M12 16v4";
      case FIRMWARE -> "M7 7h10v10H7zM9 3v4M15 3v4M9 17v4M15 17v4M3 9h4M3 15h4M17 9h4M17 15h4";
      case OTHER -> "M5 12v.01M12 12v.01M19 12v.01";
    };
  }
}
