package io.tukar.web;

/**
 * After a successful post, where to look next (303).
 *
 * @param path inside this site, beginning with one slash
 */
public record Redirect(String path) implements Reply {

  public Redirect {
    if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
      throw new IllegalArgumentException("Not a path of this site");
    }
  }
}
