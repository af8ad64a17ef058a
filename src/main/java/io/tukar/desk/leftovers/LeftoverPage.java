package io.tukar.desk.leftovers;

import io.tukar.desk.ActorNames;
import io.tukar.desk.Badge;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.rma.CaseRef;
import io.tukar.rma.Disposal;
import io.tukar.rma.DisposalDesk;
import io.tukar.rma.Disposals;
import io.tukar.rma.Leftover;
import io.tukar.rma.LeftoverDesk;
import io.tukar.rma.Leftovers;
import io.tukar.rma.Leftovers.Which;
import io.tukar.rma.Rmas;
import io.tukar.staff.May;
import io.tukar.staff.Needs;
import io.tukar.web.Form;
import io.tukar.web.Frame;
import io.tukar.web.Page;
import io.tukar.web.Redirect;
import io.tukar.web.Reply;
import io.tukar.web.Tab;
import io.tukar.web.TimelineEntry;
import io.tukar.web.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Barang tertinggal: goods nobody claims, until when they are kept, and what was said of them. */
@Controller
class LeftoverPage {

  private static final String PATH = "/desk/stock/leftovers";
  private static final String LIST = "desk/leftovers/list";
  private static final String ONE = "desk/leftovers/leftover";

  /** Refused goods that nobody counts yet. */
  private static final String UNTOLD = "untold";

  private final LeftoverDesk desk;
  private final DisposalDesk disposal;
  private final Leftovers leftovers;
  private final Disposals disposals;
  private final Rmas rmas;
  private final ActorNames actors;
  private final Clock clock;

  LeftoverPage(
      LeftoverDesk desk,
      DisposalDesk disposal,
      Leftovers leftovers,
      Disposals disposals,
      Rmas rmas,
      ActorNames actors,
      Clock clock) {
    this.desk = desk;
    this.disposal = disposal;
    this.leftovers = leftovers;
    this.disposals = disposals;
    this.rmas = rmas;
    this.actors = actors;
    this.clock = clock;
  }

  @Needs(May.LOOK)
  @GetMapping(PATH)
  Page list(Frame frame, @RequestParam Map<String, String> fields) {
    return Page.of(LIST, model(frame, fields, Form.blank()));
  }

  @Needs(May.LOOK)
  @GetMapping(PATH + "/{id}")
  Page show(Frame frame, @PathVariable long id) {
    return Page.of(ONE, model(frame, find(id), Form.blank()));
  }

  /** Begins to count goods whose owner does not answer. */
  @Needs(May.COUNT_LEFTOVERS)
  @PostMapping(PATH)
  Reply begin(Frame frame, @RequestParam Map<String, String> fields) {
    var parcel = number(fields, "parcel");
    if (parcel.isPresent()) {
      return begun(
          frame, desk.beginParcel(parcel.get(), clock.instant(), Badge.actor(frame)), Map.of());
    }
    var rma =
        rmas.idOf(fields.getOrDefault("case", ""))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var ref = new CaseRef(rma, number(fields, "version").orElse(null));
    var line = number(fields, "line").orElse(0);
    return begun(
        frame, desk.begin(ref, line, clock.instant(), Badge.actor(frame)), Map.of("show", UNTOLD));
  }

  private Reply begun(Frame frame, Answer<Leftover> answer, Map<String, String> list) {
    return switch (answer) {
      case Answer.Done<Leftover>(var goods) -> new Redirect(PATH + "/" + goods.id());
      case Answer.Refused<Leftover>(var reasons) ->
          Page.refused(LIST, model(frame, list, Form.blank().with(reasons)));
    };
  }

  /** The owner asks for them. */
  @Needs(May.COUNT_LEFTOVERS)
  @PostMapping(PATH + "/{id}/asked")
  Reply asked(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    var form = Form.of(fields);
    find(id);
    return answered(
        frame, id, form, desk.asked(id, form.value("note"), clock.instant(), Badge.actor(frame)));
  }

  /** Proposes that they leave the books. */
  @Needs(May.PROPOSE_DISPOSAL)
  @PostMapping(PATH + "/{id}/propose")
  Reply propose(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    find(id);
    var form = Form.of(fields);
    var way =
        Arrays.stream(Disposal.Way.values())
            .filter(one -> one.name().equals(form.value("way")))
            .findFirst();
    if (way.isEmpty()) {
      var missing = form.with(Refusal.of("choice-missing", "way"));
      return Page.refused(ONE, model(frame, find(id), missing));
    }
    var proposed =
        new DisposalDesk.Proposed(way.get(), form.value("reason"), form.value("consent"));
    return decided(
        frame, id, form, disposal.propose(id, proposed, clock.instant(), Badge.actor(frame)));
  }

  /** Approves the proposal that was shown. */
  @Needs(May.DECIDE_DISPOSAL)
  @PostMapping(PATH + "/{id}/approve")
  Reply approve(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    find(id);
    return decided(
        frame,
        id,
        Form.of(fields),
        disposal.approve(shown(id, fields), clock.instant(), Badge.actor(frame)));
  }

  /** Rejects the proposal that was shown. */
  @Needs(May.DECIDE_DISPOSAL)
  @PostMapping(PATH + "/{id}/reject")
  Reply reject(Frame frame, @PathVariable long id, @RequestParam Map<String, String> fields) {
    find(id);
    var form = Form.of(fields);
    return decided(
        frame,
        id,
        form,
        disposal.reject(
            shown(id, fields), form.value("remark"), clock.instant(), Badge.actor(frame)));
  }

  /** A proposal of these goods; another one is none. */
  private long shown(long id, Map<String, String> fields) {
    return number(fields, "disposal")
        .map(Integer::longValue)
        .filter(no -> disposals.of(id).stream().anyMatch(one -> one.id() == no))
        .orElse(0L);
  }

  private Reply decided(Frame frame, long id, Form form, Answer<Disposal> answer) {
    return switch (answer) {
      case Answer.Done<Disposal> done -> new Redirect(PATH + "/" + id);
      case Answer.Refused<Disposal>(var reasons) ->
          Page.refused(ONE, model(frame, find(id), form.with(reasons)));
    };
  }

  /** Says how long goods are kept. */
  @Needs(May.CHANGE_SETTINGS)
  @PostMapping(PATH + "/limit")
  Reply limit(Frame frame, @RequestParam Map<String, String> fields) {
    var days = number(fields, "days");
    var form = Form.of(fields);
    if (days.isEmpty()) {
      return Page.refused(
          LIST, model(frame, Map.of(), form.with(Refusal.of("value-unreadable", "days"))));
    }
    return switch (leftovers.keepFor(days.get())) {
      case Answer.Done<Integer> done -> new Redirect(PATH);
      case Answer.Refused<Integer>(var reasons) ->
          Page.refused(LIST, model(frame, Map.of(), form.with(reasons)));
    };
  }

  private Reply answered(Frame frame, long id, Form form, Answer<Leftover> answer) {
    return switch (answer) {
      case Answer.Done<Leftover> done -> new Redirect(PATH + "/" + id);
      case Answer.Refused<Leftover>(var reasons) ->
          Page.refused(ONE, model(frame, find(id), form.with(reasons)));
    };
  }

  private LeftoversModel model(Frame frame, Map<String, String> fields, Form form) {
    var at = clock.instant();
    var role = Badge.of(frame).role();
    var which =
        Arrays.stream(Which.values())
            .filter(one -> slug(one).equals(fields.getOrDefault("show", "")))
            .findFirst();
    var untold = which.isEmpty() && UNTOLD.equals(fields.get("show"));
    var shown = which.orElse(Which.KEPT);
    int count = untold ? leftovers.countUntold() : leftovers.count(shown, at);
    int last = Math.max(1, -Math.floorDiv(-count, Leftovers.ROWS_MAX));
    int page = Math.clamp(number(fields, "page").orElse(1), 1, last);
    int days = leftovers.storageDays();
    return new LeftoversModel(
        untold ? UNTOLD : slug(shown),
        tabs(frame, untold ? null : shown, at),
        untold ? List.of() : leftovers.page(shown, page, at),
        untold ? leftovers.untold(page) : List.of(),
        page,
        last,
        days,
        at,
        May.COUNT_LEFTOVERS.allows(role),
        May.CHANGE_SETTINGS.allows(role),
        form.typed().containsKey("days")
            ? form
            : Form.of(Map.of("days", "" + days)).with(form.refusals()));
  }

  private List<Tab> tabs(Frame frame, @Nullable Which shown, Instant at) {
    var tabs = new ArrayList<Tab>();
    for (var which : Which.values()) {
      tabs.add(
          new Tab(
              frame.text("leftovers.show." + which),
              PATH + "?show=" + slug(which),
              leftovers.count(which, at),
              which == shown));
    }
    tabs.add(
        new Tab(
            frame.text("leftovers.show.UNTOLD"),
            PATH + "?show=" + UNTOLD,
            leftovers.countUntold(),
            shown == null));
    return tabs;
  }

  private LeftoverModel model(Frame frame, Leftover goods, Form form) {
    var at = clock.instant();
    var role = Badge.of(frame).role();
    var open = disposals.open(goods.id());
    var mayPropose = goods.ended() == null && open.isEmpty() && May.PROPOSE_DISPOSAL.allows(role);
    return new LeftoverModel(
        goods,
        steps(frame, goods),
        goods.ended() == null && May.COUNT_LEFTOVERS.allows(role),
        open,
        mayPropose && (goods.limitPassed(at) || form.typed().containsKey("reason")),
        mayPropose && !goods.limitPassed(at),
        open.isPresent() && May.DECIDE_DISPOSAL.allows(role),
        open.filter(one -> one.actor().equals(Badge.actor(frame).reference())).isPresent(),
        at,
        form);
  }

  private List<TimelineEntry> steps(Frame frame, Leftover goods) {
    var steps = new ArrayList<TimelineEntry>();
    steps.add(
        new TimelineEntry(
            goods.since(),
            frame.text("leftovers.step.begun"),
            name(frame, goods.sinceBy()),
            Turn.SHOP));
    for (var told : leftovers.told(goods.id())) {
      steps.add(
          new TimelineEntry(
              told.at(), frame.text("leftovers.step.told", told.keepUntil()), "", Turn.CUSTOMER));
    }
    for (var proposal : disposals.of(goods.id())) {
      var way = frame.text("leftovers.way." + proposal.way());
      var consent = proposal.consent();
      steps.add(
          new TimelineEntry(
              proposal.at(),
              frame.text(
                  "leftovers.step.proposed",
                  way + (consent == null ? "" : " (" + consent + ")"),
                  proposal.reason()),
              name(frame, proposal.actor()),
              Turn.SHOP));
      var decided = proposal.decided();
      if (decided != null) {
        var remark = decided.remark();
        steps.add(
            new TimelineEntry(
                decided.at(),
                frame.text("leftovers.step." + decided.outcome(), remark == null ? "" : remark),
                name(frame, decided.by()),
                decided.outcome() == Disposal.Outcome.APPROVED ? Turn.DONE : Turn.REFUSED));
      }
    }
    var ended = goods.ended();
    if (ended != null) {
      var note = ended.note();
      steps.add(
          new TimelineEntry(
              ended.at(),
              frame.text("leftovers.ended." + ended.how()) + (note == null ? "" : ": " + note),
              name(frame, ended.by()),
              Turn.DONE));
    }
    return steps.stream().sorted(Comparator.comparing(TimelineEntry::at)).toList();
  }

  private String name(Frame frame, String by) {
    return by.startsWith("customer:")
        ? frame.text("leftovers.by.customer")
        : actors.name(frame, by);
  }

  private static String slug(Which which) {
    return which.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Integer> number(Map<String, String> fields, String name) {
    var typed = fields.getOrDefault(name, "").strip();
    return typed.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
  }

  private Leftover find(long id) {
    return leftovers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
