package io.tukar.desk.arrive;

import io.tukar.inspection.Arrival;
import java.util.List;
import java.util.Map;

/**
 * Parcels in quarantine.
 *
 * @param numbers of the cases that are known, by the case
 * @param names of who took them in
 * @param nextPage where the list goes on; empty on its last page
 */
public record QuarantineModel(
    List<Arrival> parcels,
    Map<Long, String> numbers,
    Map<String, String> names,
    String nextPage,
    boolean mayReceive) {}
