import java.time.LocalDate;
import java.util.Set;

/** What every side must come to; the deadline is null where there is none. */
record Answer(
    String outcome, LocalDate deadline, String payer, long difference, Set<String> missing) {}
