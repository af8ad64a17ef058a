package io.tukar.web;

import org.springframework.http.HttpStatus;

/**
 * A template with the model it shows. The template gets it as {@code model}, beside {@code frame}.
 *
 * @param template path under src/main/jte without the ending, such as {@code portal/find}
 */
public record Page(String template, Object model, HttpStatus status) implements Reply {

  public static Page of(String template, Object model) {
    return new Page(template, model, HttpStatus.OK);
  }

  /** The same form again, with what is wrong with it: 422. */
  public static Page refused(String template, Object model) {
    return new Page(template, model, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** The page that explains a failure and names a next step. */
  public static Page error(HttpStatus status) {
    return new Page("web/error", new ErrorModel(status.value(), "", ""), status);
  }
}
