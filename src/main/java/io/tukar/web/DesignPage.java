package io.tukar.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows every component with its states. */
@Controller
final class DesignPage {

  @GetMapping("/desk/design")
  Page design(Frame frame) {
    return Page.of("web/design", DesignModel.in(frame.language()));
  }
}
