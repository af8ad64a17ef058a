package io.tukar.kernel;

/** One text in every language of the product. */
public record Words(String id, String en) {

  public Words {
    if (id.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("A text lacks a language");
    }
  }

  public String in(Language language) {
    return switch (language) {
      case ID -> id;
      case EN -> en;
    };
  }
}
