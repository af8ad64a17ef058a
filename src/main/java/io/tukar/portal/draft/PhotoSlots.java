package io.tukar.portal.draft;

import io.tukar.web.PhotoSlotView;
import java.util.List;

/**
 * The photos a line needs, and those that are there.
 *
 * @param missing how many slots are still empty
 */
public record PhotoSlots(StepHead head, List<PhotoSlotView> slots, int missing) {}
