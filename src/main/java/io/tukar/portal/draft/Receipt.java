package io.tukar.portal.draft;

import io.tukar.web.Form;
import java.time.LocalDate;
import java.util.List;

/**
 * The question for the day of receipt.
 *
 * @param days the days a tap suffices for, the latest first
 */
public record Receipt(
    StepHead head, Form form, List<LocalDate> days, LocalDate earliest, LocalDate latest) {}
