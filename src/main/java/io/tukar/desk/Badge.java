package io.tukar.desk;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Role;
import io.tukar.rma.Queue;
import io.tukar.web.Frame;
import io.tukar.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who stands at the desk: nobody gets past it without having signed in. */
public final class Badge {

  private Badge() {}

  public static Viewer of(Frame frame) {
    return frame
        .viewer()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN, "Not signed in"));
  }

  public static Actor actor(Frame frame) {
    var viewer = of(frame);
    return new Actor.Staff(viewer.staffId(), viewer.role());
  }

  /** The queue somebody of this role works from. */
  static Queue queueOf(Role role) {
    return switch (role) {
      case AGENT -> Queue.TO_REVIEW;
      case INSPECTOR -> Queue.TO_INSPECT;
      case FINANCE -> Queue.TO_PAY;
      case MANAGER -> Queue.OVERDUE;
    };
  }
}
