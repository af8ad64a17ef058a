package io.tukar.api.wire;

import io.tukar.web.Page;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What stands at a problem's type URI: what kind of problem it is, and what to do. Open to all. */
@Controller
final class ProblemPages {

  @GetMapping(ProblemType.FOLDER + "{kind}")
  Page problem(@PathVariable String kind) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.slug().equals(kind))
        .findFirst()
        .map(
            type ->
                Page.of(
                    "api/problem",
                    new ProblemModel(type.slug(), type.uri(), type.status(), type.title())))
        .orElseGet(() -> Page.error(HttpStatus.NOT_FOUND));
  }
}
