package io.tukar.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people and programs write amounts, counts and dates; empty where a text is none. */
public final class CellText {

  private static final int LENGTH_MAX = 40;
  private static final Pattern MONEY_FRAME =
      Pattern.compile("(?i)^(?:rp|idr)\\.?\\s*|,-$|\\.-$|[\\s\\u00a0]");
  private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(?:[.,]\\d{1,6})?");
  private static final Pattern GROUPED = Pattern.compile("([1-9]\\d{0,2})((?:[.,]\\d{3})+)");
  private static final Pattern GROUPED_WITH_DECIMALS =
      Pattern.compile("\\d{1,3}(?:(?:\\.\\d{3})+,\\d{1,6}|(?:,\\d{3})+\\.\\d{1,6})");
  private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,9})(?:[.,]0{1,4})?");

  private static final String TIME =
      "(?:[ T]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:\\.\\d{1,9})?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})" + TIME);
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4})" + TIME);
  private static final int YEAR_FIRST_SOLD = 2000;
  private static final int YEAR_LAST_SOLD = 2100;

  private CellText() {}

  /**
   * An amount that is not negative: 1500000, 1500000.00, 1.500.000, 1,500,000.00, Rp1.500.000,-. A
   * single mark before exactly three digits groups thousands (1.500 is one thousand five hundred).
   */
  public static Optional<BigDecimal> amount(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    var bare = MONEY_FRAME.matcher(text.strip()).replaceAll("");
    if (GROUPED.matcher(bare).matches() && oneKindOfMark(bare)) {
      return Optional.of(new BigDecimal(bare.replaceAll("[.,]", "")));
    }
    if (PLAIN.matcher(bare).matches()) {
      return Optional.of(new BigDecimal(bare.replace(',', '.')));
    }
    if (GROUPED_WITH_DECIMALS.matcher(bare).matches()) {
      var point = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
      var whole = bare.substring(0, point).replaceAll("[.,]", "");
      return Optional.of(new BigDecimal(whole + "." + bare.substring(point + 1)));
    }
    return Optional.empty();
  }

  private static boolean oneKindOfMark(String text) {
    return text.indexOf('.') < 0 || text.indexOf(',') < 0;
  }

  /** A whole number, which may be written 2, 2.0 or -1. */
  public static Optional<Integer> count(String text) {
    var match = WHOLE.matcher(text.strip());
    return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
  }

  /** Yes or no, in English, Indonesian or digits. */
  public static Optional<Boolean> yesOrNo(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "1", "yes", "y", "true", "ya" -> Optional.of(true);
      case "0", "no", "n", "false", "tidak" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /**
   * A moment: 2026-03-25 16:00:00, 2026-03-25T16:00:00+07:00, 25/03/2026 16.00, or a date alone for
   * the start of that day; the day comes before the month. Without an offset it is meant in {@code
   * zone}.
   */
  public static Optional<Instant> moment(String text, ZoneId zone) {
    return dated(text)
        .map(
            found ->
                found.offset() == null
                    ? found.local().atZone(zone).toInstant()
                    : found.local().toInstant(found.offset()));
  }

  /** A date: 2026-03-25 or 25/03/2026; the time of day, where there is one, must parse. */
  public static Optional<LocalDate> date(String text) {
    return dated(text).map(found -> found.local().toLocalDate());
  }

  private static Optional<Dated> dated(String text) {
    var typed = text.strip();
    if (typed.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      var yearFirst = YEAR_FIRST.matcher(typed);
      if (yearFirst.matches()) {
        return Optional.of(dated(yearFirst, 1, 2, 3)).filter(Dated::plausible);
      }
      var dayFirst = DAY_FIRST.matcher(typed);
      if (dayFirst.matches()) {
        return Optional.of(dated(dayFirst, 3, 2, 1)).filter(Dated::plausible);
      }
      return Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Dated dated(MatchResult match, int year, int month, int day) {
    var date = LocalDate.of(number(match, year), number(match, month), number(match, day));
    var time = LocalTime.of(number(match, 4), number(match, 5), number(match, 6));
    var offset = match.group(7);
    return new Dated(date.atTime(time), offset == null ? null : ZoneOffset.of(offset));
  }

  private static int number(MatchResult match, int group) {
    var digits = match.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private record Dated(LocalDateTime local, @Nullable ZoneOffset offset) {
    boolean plausible() {
      return local.getYear() >= YEAR_FIRST_SOLD && local.getYear() <= YEAR_LAST_SOLD;
    }
  }
}
