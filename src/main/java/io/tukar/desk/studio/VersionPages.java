package io.tukar.desk.studio;

import io.tukar.calendar.WorkingCalendar;
import io.tukar.desk.Badge;
import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.policy.edit.PolicyDiff;
import io.tukar.policy.edit.PolicyText;
import io.tukar.policy.file.PolicyFile;
import io.tukar.policy.replay.Simulations;
import io.tukar.policy.versions.PolicyOffice;
import io.tukar.policy.versions.PolicyVersion;
import io.tukar.policy.versions.PolicyVersions;
import io.tukar.policy.versions.VersionRef;
import io.tukar.policy.versions.VersionState;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Kebijakan: the versions, one of them, and the steps of its life. Managers alone take steps. */
@Controller
class VersionPages {

  private static final String LIST = "desk/studio/versions";
  private static final String ONE = "desk/studio/version";
  private static final int DRAFT_STARTS_AFTER_DAYS = 7;

  private final PolicyVersions versions;
  private final PolicyOffice office;
  private final VersionWords words;
  private final Simulations simulations;
  private final Clock clock;

  VersionPages(
      PolicyVersions versions,
      PolicyOffice office,
      VersionWords words,
      Simulations simulations,
      Clock clock) {
    this.versions = versions;
    this.office = office;
    this.words = words;
    this.simulations = simulations;
    this.clock = clock;
  }

  @GetMapping("/desk/policy")
  Page list(
      Frame frame,
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") String steps) {
    var found = versions.page((int) number(before, Integer.MAX_VALUE));
    var rows = new ArrayList<>(words.rows(found));
    if (found.size() < PolicyVersions.ROWS_MAX) {
      rows.add(words.shipped(frame));
    }
    var timeline = versions.timeline(number(steps, Long.MAX_VALUE));
    return Page.of(
        LIST,
        new VersionsModel(
            rows,
            mayChange(frame),
            inForce(frame),
            words.timeline(frame, timeline),
            found.size() < PolicyVersions.ROWS_MAX
                ? ""
                : "/desk/policy?before=" + found.getLast().number(),
            timeline.size() < PolicyVersions.ROWS_MAX
                ? ""
                : "/desk/policy?steps=" + timeline.getLast().id()));
  }

  private Optional<VersionsModel.Row> inForce(Frame frame) {
    var number = words.inForce();
    return number == shipped()
        ? Optional.of(words.shipped(frame))
        : versions.find(number).map(kept -> words.rows(List.of(kept.version())).getFirst());
  }

  @GetMapping("/desk/policy/{number:[0-9]{1,7}}")
  Page one(Frame frame, @PathVariable int number) {
    return Page.of(ONE, model(frame, number, Form.of(blank())));
  }

  /** Begins a draft with this version's text and opens it in the studio. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/policy/{number:[0-9]{1,7}}/draft")
  Reply draft(Frame frame, @PathVariable int number, @RequestParam Map<String, String> fields) {
    var day = day(fields.getOrDefault("effectiveFrom", ""));
    var key = key(fields.getOrDefault("key", ""));
    if (day.isEmpty() || key.isEmpty()) {
      return refused(
          frame, number, fields, List.of(Refusal.of("value-unreadable", "effectiveFrom")));
    }
    return switch (office.draft(
        new PolicyOffice.NewDraft(number, day.get(), key.get()), manager(frame), clock.instant())) {
      case Answer.Done<PolicyVersion>(var draft) ->
          new Redirect("/desk/policy/drafts/" + draft.number());
      case Answer.Refused<PolicyVersion>(var reasons) -> refused(frame, number, fields, reasons);
    };
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/policy/{number:[0-9]{1,7}}/approve")
  Reply approve(Frame frame, @PathVariable int number, @RequestParam Map<String, String> fields) {
    return answer(
        frame,
        number,
        fields,
        office.approve(ref(number, fields), note(fields), manager(frame), clock.instant()));
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/policy/{number:[0-9]{1,7}}/send-back")
  Reply sendBack(Frame frame, @PathVariable int number, @RequestParam Map<String, String> fields) {
    return answer(
        frame,
        number,
        fields,
        office.sendBack(ref(number, fields), note(fields), manager(frame), clock.instant()));
  }

  @Needs(May.CHANGE_SETTINGS)
  @PostMapping("/desk/policy/{number:[0-9]{1,7}}/withdraw")
  Reply withdraw(Frame frame, @PathVariable int number, @RequestParam Map<String, String> fields) {
    return answer(
        frame,
        number,
        fields,
        office.withdraw(ref(number, fields), note(fields), manager(frame), clock.instant()));
  }

  private Reply answer(
      Frame frame, int number, Map<String, String> fields, Answer<PolicyVersion> answer) {
    return switch (answer) {
      case Answer.Done<PolicyVersion> done -> new Redirect("/desk/policy/" + number);
      case Answer.Refused<PolicyVersion>(var reasons) -> refused(frame, number, fields, reasons);
    };
  }

  private Reply refused(
      Frame frame, int number, Map<String, String> fields, List<Refusal> reasons) {
    var typed = new HashMap<>(blank());
    typed.putAll(fields);
    return Page.refused(ONE, model(frame, number, Form.of(typed).with(reasons)));
  }

  private VersionModel model(Frame frame, int number, Form form) {
    var kept = versions.find(number);
    var text =
        versions.text(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var version = kept.map(PolicyVersions.Kept::version);
    var row =
        version
            .map(one -> words.rows(List.of(one)).getFirst())
            .orElseGet(() -> words.shipped(frame));
    var before = version.map(this::before).orElse(0);
    var viewer = Badge.of(frame);
    var now = clock.instant();
    return new VersionModel(
        row,
        before,
        before == 0
            ? Optional.empty()
            : versions.text(before).flatMap(older -> PolicyDiff.between(older, text)),
        PolicyText.of(text).clauses(),
        text,
        version.map(PolicyVersion::row).orElse(0),
        mayChange(frame),
        version.isPresent() && versions.isWrittenBy(viewer.staffId(), number),
        version
            .filter(
                one ->
                    one.state() != VersionState.WITHDRAWN
                        && (one.state() != VersionState.PUBLISHED
                            || one.effectiveFrom().filter(from -> from.isAfter(now)).isPresent()))
            .isPresent(),
        !row.inForce() && row.from().filter(from -> !from.isAfter(now)).isPresent(),
        mayChange(frame)
            && version.map(PolicyVersion::state).filter(Simulations::isOpen).isPresent(),
        mayChange(frame) && simulations.of(number).isPresent(),
        form.value("key"),
        form,
        version
            .map(one -> words.timeline(frame, versions.history(number, Long.MAX_VALUE)))
            .orElse(List.of()));
  }

  /** What it is compared with: of a published version the one in force before, else its base. */
  private int before(PolicyVersion version) {
    return version.state() == VersionState.PUBLISHED
        ? version
            .effectiveFrom()
            .flatMap(versions::publishedBefore)
            .map(PolicyVersion::number)
            .orElse(shipped())
        : version.basedOn();
  }

  private Map<String, String> blank() {
    return Map.of(
        "key",
        UUID.randomUUID().toString(),
        "effectiveFrom",
        LocalDate.ofInstant(clock.instant(), WorkingCalendar.SHOP_ZONE)
            .plusDays(DRAFT_STARTS_AFTER_DAYS)
            .toString());
  }

  static boolean mayChange(Frame frame) {
    return May.CHANGE_SETTINGS.allows(Badge.of(frame).role());
  }

  static Actor.Staff manager(Frame frame) {
    var viewer = Badge.of(frame);
    return new Actor.Staff(viewer.staffId(), viewer.role());
  }

  static VersionRef ref(int number, Map<String, String> fields) {
    return new VersionRef(number, (int) number(fields.getOrDefault("row", ""), 0));
  }

  static String note(Map<String, String> fields) {
    return fields.getOrDefault("note", "").replace("\r\n", "\n").strip();
  }

  private static int shipped() {
    return PolicyFile.shipped().versions().getFirst().version();
  }

  private static long number(String text, long otherwise) {
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : otherwise;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip())).filter(day -> day.getYear() < 3000);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<UUID> key(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
