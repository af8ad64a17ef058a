package io.tukar.kernel;

import java.util.Locale;

/** The languages the product speaks, Indonesian first. */
public enum Language {
  ID("id", "ID"),
  EN("en", "GB");

  private final Locale locale;

  Language(String language, String country) {
    this.locale = Locale.of(language, country);
  }

  public Locale locale() {
    return locale;
  }

  /** The ISO 639 code: id or en. */
  public String code() {
    return locale.getLanguage();
  }

  /** English for an English locale, Indonesian for every other. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals(EN.code()) ? EN : ID;
  }
}
