package io.tukar.entrance;

import io.tukar.staff.May;
import io.tukar.staff.Needs;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handlers behind and beside the desk's door. */
@RestController
@TestComponent
class Probe {

  @GetMapping("/desk/probe")
  String look() {
    return StaffViewer.current().actor().reference();
  }

  @Needs(May.AUTHORIZE)
  @PostMapping("/desk/probe/authorize")
  String authorize() {
    return "authorized";
  }

  @Needs(May.CHANGE_SETTINGS)
  @GetMapping("/desk/probe/settings")
  String settings() {
    return "settings";
  }

  @PostMapping("/desk/probe/forgotten")
  String forgotten() {
    return "done by anybody";
  }

  @GetMapping("/probe")
  String shown() {
    return "shown";
  }

  @PostMapping("/probe")
  String sent() {
    return "sent";
  }

  @Needs(May.LOOK)
  @GetMapping("/api/v1/probe")
  String forSoftware() {
    return "for anybody";
  }

  @GetMapping("/api/v1/probe/forgotten")
  String forgottenForSoftware() {
    return "for anybody";
  }
}
