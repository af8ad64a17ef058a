package io.tukar.staff;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to accounts and tokens: appended with the change itself, never changed. */
@Repository
class StaffEvents {

  private final JdbcClient jdbc;

  StaffEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What can happen to an account or a token. */
  enum Kind {
    MADE,
    ROLE_CHANGED,
    DEACTIVATED,
    REACTIVATED,
    LINK_OFFERED,
    PASSWORD_SET,
    PASSWORD_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED
  }

  void append(Kind kind, long subject, @Nullable Role role, Instant at, Actor by) {
    jdbc.sql("insert into staff_event (at, actor, kind, subject, role) values (?, ?, ?, ?, ?)")
        .param(at.atOffset(ZoneOffset.UTC))
        .param(by.reference())
        .param(kind.name())
        .param(subject)
        .param(role == null ? null : role.name())
        .update();
  }
}
