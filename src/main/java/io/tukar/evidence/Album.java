package io.tukar.evidence;

import java.util.UUID;

/** What photos belong to: a request still being written, or a case. */
public sealed interface Album {

  record OfDraft(UUID draftId) implements Album {}

  record OfCase(long rmaId) implements Album {}
}
