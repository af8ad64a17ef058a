package io.tukar.evidence;

/** The two sizes a photo is kept in. */
public enum PhotoSize {
  /** At most 2400 pixels on the long side. */
  FULL(".jpg"),
  /** At most 320 pixels on the long side. */
  THUMBNAIL(".thumb.jpg");

  private final String suffix;

  PhotoSize(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }
}
