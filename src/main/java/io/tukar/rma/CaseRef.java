package io.tukar.rma;

import org.jspecify.annotations.Nullable;

/**
 * A case to change.
 *
 * @param version the version its reader saw; a form that is older than the case is refused. Null
 *     where the caller means the case as it is now.
 */
public record CaseRef(long id, @Nullable Integer version) {

  public static CaseRef latest(long id) {
    return new CaseRef(id, null);
  }
}
