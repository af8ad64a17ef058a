package io.tukar.policy.clause;

import io.tukar.calendar.CollectiveLeave;
import io.tukar.calendar.DayUnit;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Track;
import io.tukar.policy.decision.AskedOf;
import io.tukar.policy.decision.ClauseKind;
import io.tukar.policy.decision.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a policy file uses for what the code has names for: lower case, hyphens. */
public final class Vocabulary {

  public static final Map<String, ClauseKind> KINDS = of(ClauseKind.values(), ClauseKind::word);
  public static final Map<String, Severity> SEVERITIES = of(Severity.values(), Vocabulary::word);
  public static final Map<String, Track> TRACKS = of(Track.values(), Vocabulary::word);
  static final Map<String, ReturnReason> REASONS = of(ReturnReason.values(), Vocabulary::word);
  public static final Map<String, PhotoSlot> PHOTOS = of(PhotoSlot.values(), Vocabulary::word);
  public static final Map<String, Fault> FAULTS = of(Fault.values(), Vocabulary::word);
  public static final Map<String, Trait> TRAITS = of(Trait.values(), Trait::word);
  public static final Map<String, DayUnit> UNITS = of(DayUnit.values(), DayUnit::word);
  public static final Map<String, CollectiveLeave> LEAVE =
      of(CollectiveLeave.values(), CollectiveLeave::word);

  public static final Map<String, Symptom> SYMPTOMS = of(Symptom.values(), Vocabulary::word);
  public static final Map<String, ContactChannel> CHANNELS =
      of(ContactChannel.values(), Vocabulary::word);
  public static final Map<String, Tender> TENDERS = of(Tender.values(), Vocabulary::word);
  public static final Map<String, RefundClause.Ground> GROUNDS =
      of(RefundClause.Ground.values(), Vocabulary::word);

  /** Who settles a trait that nobody knows yet. */
  public static final Map<String, AskedOf> WHEN_UNKNOWN =
      Map.of("inspection", AskedOf.INSPECTION, "review", AskedOf.SHOP);

  private Vocabulary() {}

  /** The word for it in a file. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By the names the code has for them, as facts and decisions are written. */
  public static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    return of(values, Enum::name);
  }

  /** By the words a file has for them. */
  public static <E> Map<String, E> of(E[] values, Function<E, String> word) {
    return Stream.of(values).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
  }
}
