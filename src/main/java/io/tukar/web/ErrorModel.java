package io.tukar.web;

/**
 * What an error page says.
 *
 * @param status the HTTP status
 * @param reference what the log line of this failure can be found by; empty when nothing was logged
 * @param back the path of the page that a refused form came from; empty where unknown
 */
public record ErrorModel(int status, String reference, String back) {

  /** The message keys' middle part: a status with words of its own, or its family. */
  public String key() {
    return switch (status) {
      case 400, 403, 404, 405, 409, 413 -> Integer.toString(status);
      default -> status >= 500 ? "500" : "400";
    };
  }
}
