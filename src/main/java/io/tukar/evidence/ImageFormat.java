package io.tukar.evidence;

/** The formats that are taken in. */
enum ImageFormat {
  JPEG,
  PNG,
  WEBP
}
