package io.tukar.evidence;

/**
 * A photo whose bytes lie in the {@link EvidenceStore}: a JPEG without metadata.
 *
 * @param digest SHA-256 of the stored bytes
 * @param bytes length of the stored bytes
 * @param width pixels, as a person sees it
 * @param height pixels, as a person sees it
 */
public record StoredPhoto(Sha256 digest, int bytes, int width, int height) {

  public StoredPhoto {
    if (bytes <= 0 || width <= 0 || height <= 0) {
      throw new IllegalArgumentException("A photo without bytes or pixels");
    }
  }
}
