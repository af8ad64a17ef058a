package io.tukar.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tukar.calendar.DateWords;
import io.tukar.calendar.WorkingCalendar;
import io.tukar.kernel.Language;
import io.tukar.outbox.Notice;
import io.tukar.outbox.Outgoing;
import io.tukar.outbox.Param;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes letters from {@code messages/mail_*.properties}. A text takes: 0 the case's number, 1 the
 * link, 2 the shop's bank account in one line, 3 and on what the notice names, in its order.
 */
@Component
class Letters {

  private final Map<Language, Properties> texts = new EnumMap<>(Language.class);
  private final PortalLinks links;

  Letters(PortalLinks links) {
    this.links = links;
    for (var language : Language.values()) {
      texts.put(language, read(language));
    }
  }

  Letter write(Outgoing message, CaseCard card, Language language) {
    var args =
        Stream.concat(
                Stream.of(
                    card.number(),
                    links.caseLink(message.rmaId()),
                    card.bank().orElseGet(() -> text(language, "bank-on-page"))),
                message.notice().params().stream()
                    .map(param -> said(param, message.param(param), language)))
            .toArray();
    var key = key(message.notice());
    return new Letter(
        text(language, key + ".subject", args),
        text(language, "greeting", card.customer())
            + "\n\n"
            + text(language, key + ".text", args)
            + "\n\n"
            + text(language, "signature", card.shop())
            + "\n");
  }

  static String key(Notice notice) {
    return notice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String said(Param param, String stored, Language language) {
    return switch (param) {
      case RECORDED_AT -> moment(Instant.parse(stored), language);
      case SHIP_BY, REPLY_BY, INSPECT_BY, PAY_BY, WAIT_UNTIL, KEEP_UNTIL, DAY_BEFORE, DAY_NOW ->
          DateWords.in(language, LocalDate.parse(stored));
      case AMOUNT -> rupiah(Long.parseLong(stored), language);
      case PAYER -> text(language, "payer." + stored);
      case STEP -> text(language, "step." + stored);
      case NEXT -> text(language, "next." + stored);
      case STOCK -> text(language, "stock." + stored);
      case PHOTOS ->
          Arrays.stream(stored.split(","))
              .map(slot -> text(language, "photo." + slot))
              .collect(Collectors.joining(", "));
      case COURIER, WAYBILL -> stored;
    };
  }

  private static String moment(Instant at, Language language) {
    var there = at.atZone(WorkingCalendar.SHOP_ZONE);
    var time = DateTimeFormatter.ofPattern(language == Language.ID ? "HH.mm" : "HH:mm");
    return DateWords.in(language, there.toLocalDate()) + ", " + time.format(there) + " WIB";
  }

  private static String rupiah(long minor, Language language) {
    return "Rp" + String.format(language.locale(), "%,d", minor);
  }

  private String text(Language language, String key, Object... args) {
    var pattern = texts.getOrDefault(language, new Properties()).getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("No text for " + key + " in " + language);
    }
    return new MessageFormat(pattern, language.locale()).format(args);
  }

  static Properties read(Language language) {
    var name = "/messages/mail_" + language.code() + ".properties";
    var properties = new Properties();
    try (var in = Letters.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("No " + name);
      }
      properties.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
