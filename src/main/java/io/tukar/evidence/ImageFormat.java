package io.tukar.evidence;

/** The formats that are taken in. */
enum ImageFormat {
  JPEG,
  PNG,
  WEBP,
  /** Turned into a JPEG by a program of the machine, where it has one. */
  HEIC
}
