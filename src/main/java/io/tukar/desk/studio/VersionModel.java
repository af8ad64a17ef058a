package io.tukar.desk.studio;

import io.tukar.policy.edit.Difference;
import io.tukar.policy.edit.PolicyText;
import io.tukar.web.Form;
import io.tukar.web.TimelineEntry;
import java.util.List;
import java.util.Optional;

/**
 * One version: what it says, what it changed, and what can be done with it.
 *
 * @param before the version it is compared with; 0 for none
 * @param differences empty where one of the two cannot be read
 * @param rowVersion counts the changes of a stored version; 0 for the shipped one
 * @param mayChange whether who looks may take a step
 * @param own whether who looks wrote on it, so that another has to approve it
 * @param older whether it was in force before: a draft of it rolls back
 * @param simulatable whether the past can be replayed against it
 * @param simulated whether it was, and the result is kept
 * @param draftKey of the form of a new draft
 */
public record VersionModel(
    VersionsModel.Row row,
    int before,
    Optional<List<Difference>> differences,
    List<PolicyText.Clause> clauses,
    String text,
    int rowVersion,
    boolean mayChange,
    boolean own,
    boolean withdrawable,
    boolean older,
    boolean simulatable,
    boolean simulated,
    String draftKey,
    Form form,
    List<TimelineEntry> timeline) {}
