package io.tukar.policy;

import io.tukar.calendar.CollectiveLeave;
import io.tukar.calendar.DayUnit;
import io.tukar.kernel.ContactChannel;
import io.tukar.kernel.Fault;
import io.tukar.kernel.Language;
import io.tukar.kernel.PhotoSlot;
import io.tukar.kernel.ReturnReason;
import io.tukar.kernel.Symptom;
import io.tukar.kernel.Track;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a policy file uses for what the code has names for: lower case, hyphens. */
final class Vocabulary {

  static final Map<String, ClauseKind> KINDS = of(ClauseKind.values(), ClauseKind::word);
  static final Map<String, Severity> SEVERITIES = of(Severity.values(), Vocabulary::word);
  static final Map<String, Track> TRACKS = of(Track.values(), Vocabulary::word);
  static final Map<String, ReturnReason> REASONS = of(ReturnReason.values(), Vocabulary::word);
  static final Map<String, PhotoSlot> PHOTOS = of(PhotoSlot.values(), Vocabulary::word);
  static final Map<String, Fault> FAULTS = of(Fault.values(), Vocabulary::word);
  static final Map<String, Trait> TRAITS = of(Trait.values(), Trait::word);
  static final Map<String, DayUnit> UNITS = of(DayUnit.values(), DayUnit::word);
  static final Map<String, CollectiveLeave> LEAVE =
      of(CollectiveLeave.values(), CollectiveLeave::word);

  static final Map<String, Symptom> SYMPTOMS = of(Symptom.values(), Vocabulary::word);
  static final Map<String, ContactChannel> CHANNELS = of(ContactChannel.values(), Vocabulary::word);
  static final Map<String, Tender> TENDERS = of(Tender.values(), Vocabulary::word);
  static final Map<String, RefundClause.Ground> GROUNDS =
      of(RefundClause.Ground.values(), Vocabulary::word);
  static final Map<String, Language> LANGUAGES = of(Language.values(), Language::code);
  static final Map<String, Readings> READINGS = of(Readings.values(), Vocabulary::word);
  static final Map<String, Jurisdiction> JURISDICTIONS =
      of(Jurisdiction.values(), jurisdiction -> jurisdiction.name());

  /** Who settles a trait that nobody knows yet. */
  static final Map<String, AskedOf> WHEN_UNKNOWN =
      Map.of("inspection", AskedOf.INSPECTION, "review", AskedOf.SHOP);

  private Vocabulary() {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By the names the code has for them, as facts and decisions are written. */
  static <E extends Enum<E>> Map<String, E> byName(E[] values) {
    return of(values, Enum::name);
  }

  private static <E> Map<String, E> of(E[] values, Function<E, String> word) {
    return Stream.of(values).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
  }
}
