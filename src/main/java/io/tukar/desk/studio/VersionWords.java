package io.tukar.desk.studio;

import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.versions.Policies;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.policy.versions.VersionState;
import io.tukar.policy.versions.VersionStep;
import io.tukar.staff.StaffBook;
import io.tukar.web.Frame;
import io.tukar.web.TimelineEntry;
import io.tukar.web.Turn;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says versions and their steps in the reader's language, with names. */
@Component
class VersionWords {

  private final Policies policies;
  private final StaffBook staff;
  private final Clock clock;

  VersionWords(Policies policies, StaffBook staff, Clock clock) {
    this.policies = policies;
    this.staff = staff;
    this.clock = clock;
  }

  /** The number of the version that decides orders of this moment. */
  int inForce() {
    return policies.current().inForceAt(clock.instant()).version();
  }

  /** The version that comes with the product. */
  VersionsModel.Row shipped(Frame frame) {
    var policy = PolicyFile.shipped().versions().getFirst();
    return new VersionsModel.Row(
        policy.version(),
        "shipped",
        inForce() == policy.version(),
        Optional.of(policy.effectiveFrom()),
        "",
        "",
        frame.text("studio.shipped.note"),
        policy.effectiveFrom());
  }

  List<VersionsModel.Row> rows(List<PolicyVersion> versions) {
    var ids = new LinkedHashSet<Long>();
    for (var version : versions) {
      ids.add(version.authorId());
      version.reviewerId().ifPresent(ids::add);
    }
    var names = staff.names(ids);
    var now = inForce();
    return versions.stream().map(version -> row(version, names, now)).toList();
  }

  private static VersionsModel.Row row(
      PolicyVersion version, Map<Long, String> names, int inForce) {
    return new VersionsModel.Row(
        version.number(),
        version.state().name(),
        version.state() == VersionState.PUBLISHED && version.number() == inForce,
        version.effectiveFrom(),
        names.getOrDefault(version.authorId(), ""),
        version.reviewerId().map(id -> names.getOrDefault(id, "")).orElse(""),
        version.note(),
        version.savedAt());
  }

  /** Who somebody is. */
  String name(long staffId) {
    return staff.names(List.of(staffId)).getOrDefault(staffId, "");
  }

  List<TimelineEntry> timeline(Frame frame, List<PolicyVersions.Numbered> steps) {
    var names =
        staff.names(steps.stream().map(numbered -> numbered.step().staffId()).distinct().toList());
    return steps.stream()
        .map(PolicyVersions.Numbered::step)
        .map(
            step -> {
              var said = frame.text("studio.step." + step.kind(), step.version());
              return new TimelineEntry(
                  step.at(),
                  step.note().isEmpty() ? said : said + " · " + step.note(),
                  names.getOrDefault(step.staffId(), ""),
                  turn(step.kind()));
            })
        .toList();
  }

  private static Turn turn(VersionStep.Kind kind) {
    return switch (kind) {
      case DRAFTED, SAVED, SENT_BACK -> Turn.SHOP;
      case SUBMITTED -> Turn.CUSTOMER;
      case PUBLISHED -> Turn.DONE;
      case WITHDRAWN -> Turn.REFUSED;
    };
  }
}
