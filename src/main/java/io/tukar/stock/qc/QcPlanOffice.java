package io.tukar.stock.qc;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.rows.AllOrNothing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes plans (clause P1). Each change is a version of its own, of which the highest is in use;
 * tests that were begun keep theirs.
 */
@Component
public class QcPlanOffice {

  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,40}");
  private static final int FAMILY_CHARS_MAX = 100;

  /** Addresses of pages beside those of the plans. */
  private static final Set<String> TAKEN = Set.of("new", "families");

  private final AllOrNothing verbs;
  private final QcPlans plans;
  private final JdbcClient jdbc;

  QcPlanOffice(AllOrNothing verbs, QcPlans plans, JdbcClient jdbc) {
    this.verbs = verbs;
    this.plans = plans;
    this.jdbc = jdbc;
  }

  /**
   * Makes a new version. The same form sent again is the version it became.
   *
   * @param from the version that was changed; another one in use meanwhile is {@code qc-plan-stale}
   *     with its number
   */
  public Answer<QcPlan> change(String code, int from, QcDraft draft, Instant at, Actor by) {
    return verbs.runBesideOthers(
        () ->
            plans
                .inUse(code)
                .map(now -> changed(now, from, draft, at, by))
                .orElseGet(() -> Answer.refused(Refusal.of("qc-no-such-plan", ""))));
  }

  private Answer<QcPlan> changed(QcPlan now, int from, QcDraft draft, Instant at, Actor by) {
    return switch (draft.read()) {
      case Answer.Refused<QcDraft.Said>(var reasons) -> new Answer.Refused<>(reasons);
      case Answer.Done<QcDraft.Said>(var said) -> {
        if (said.isOf(now)) {
          yield from < now.version()
              ? Answer.done(now)
              : Answer.refused(Refusal.of("qc-plan-unchanged", ""));
        }
        yield from == now.version()
            ? written(now.code(), from + 1, said, at, by)
            : Answer.refused(Refusal.of("qc-plan-stale", "", now.version()));
      }
    };
  }

  /** Makes the first version of a plan. The same form sent again is the plan it became. */
  public Answer<QcPlan> create(String code, QcDraft draft, Instant at, Actor by) {
    var typed = code.strip();
    return verbs.runBesideOthers(
        () -> {
          if (!CODE.matcher(typed).matches() || TAKEN.contains(typed)) {
            return Answer.refused(Refusal.of("qc-plan-code", "code"));
          }
          return switch (draft.read()) {
            case Answer.Refused<QcDraft.Said>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<QcDraft.Said>(var said) ->
                plans
                    .inUse(typed)
                    .map(
                        there ->
                            said.isOf(there)
                                ? Answer.done(there)
                                : Answer.<QcPlan>refused(
                                    Refusal.of("qc-plan-exists", "code", typed)))
                    .orElseGet(() -> written(typed, 1, said, at, by));
          };
        });
  }

  /** From now on a family's products are tested by this plan; said again it stays so. */
  public Answer<QcPlan> test(String family, String code, Instant at, Actor by) {
    var category = family.strip().toLowerCase(Locale.ROOT);
    if (category.isEmpty() || category.length() > FAMILY_CHARS_MAX) {
      return Answer.refused(Refusal.of("value-unreadable", "family"));
    }
    return verbs.run(
        () -> {
          var plan = plans.inUse(code);
          if (plan.isEmpty()) {
            return Answer.refused(Refusal.of("qc-no-such-plan", "plan"));
          }
          jdbc.sql(
                  """
                  insert into qc_family (category, plan_code, at, actor) values (?, ?, ?, ?)
                  on conflict (category)
                  do update set plan_code = excluded.plan_code, at = excluded.at,
                                actor = excluded.actor
                  where qc_family.plan_code <> excluded.plan_code
                  """)
              .params(category, code, at.atOffset(ZoneOffset.UTC), by.reference())
              .update();
          return Answer.done(plan.get());
        });
  }

  private Answer<QcPlan> written(
      String code, int version, QcDraft.Said said, Instant at, Actor by) {
    var id =
        jdbc.sql(
                """
                insert into qc_plan (code, version, name_id, name_en, at, actor)
                values (?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                code,
                version,
                said.name().id(),
                said.name().en(),
                at.atOffset(ZoneOffset.UTC),
                by.reference())
            .query(Long.class)
            .single();
    for (var step : said.steps()) {
      jdbc.sql(
              """
              insert into qc_step (plan_id, step_no, kind, ask_id, ask_en, expect_id, expect_en)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              id,
              step.no(),
              step.kind().name(),
              step.ask().id(),
              step.ask().en(),
              step.expect().id(),
              step.expect().en())
          .update();
    }
    return Answer.done(plans.find(id).orElseThrow());
  }
}
