package io.tukar.web;

import io.tukar.kernel.Language;
import io.tukar.kernel.Money;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.RefusalText;
import io.tukar.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every template gets beside its own model: words, formats, assets, the form token, who looks.
 *
 * @param path of this page, without the query
 * @param query of this page, without its language; empty when there is none
 * @param shop the shop's name
 * @param csrf gives the form token; asked only by a page with a form
 * @param viewer the member of staff, on desk pages
 */
public record Frame(
    Language language,
    Texts texts,
    Formats formats,
    Assets assets,
    String path,
    String query,
    String shop,
    Supplier<String> csrf,
    Optional<Viewer> viewer) {

  /**
   * The message of this key. Money, dates, moments and words among the arguments are written out.
   */
  public String text(String key, Object... args) {
    return texts.text(language, key, Arrays.stream(args).map(this::written).toArray());
  }

  /** The sentence for a refusal. */
  public String text(Refusal refusal) {
    return RefusalText.of(refusal, language);
  }

  public String words(Words words) {
    return words.in(language);
  }

  public String money(Money amount) {
    return formats.money(amount);
  }

  public String date(LocalDate day) {
    return formats.date(day);
  }

  public String date(Instant at) {
    return formats.date(at);
  }

  public String time(Instant at) {
    return formats.time(at);
  }

  public String dateTime(Instant at) {
    return formats.dateTime(at);
  }

  /** The address of a static file such as {@code tukar.css}, with its content's hash. */
  public String asset(String name) {
    return assets.url(name);
  }

  public String csrfToken() {
    return csrf.get();
  }

  /** The language this page is not in. */
  public Language otherLanguage() {
    return switch (language) {
      case ID -> Language.EN;
      case EN -> Language.ID;
    };
  }

  /** This page in the other language. */
  public String otherLanguageLink() {
    return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + otherLanguage().code();
  }

  private Object written(Object arg) {
    return switch (arg) {
      case Money amount -> formats.money(amount);
      case LocalDate day -> formats.date(day);
      case Instant at -> formats.dateTime(at);
      case Words words -> words.in(language);
      default -> arg;
    };
  }
}
