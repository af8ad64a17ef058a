package io.tukar.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tukar.kernel.Answer;
import io.tukar.kernel.Refusal;
import io.tukar.kernel.Role;
import java.util.ArrayList;
import java.util.Optional;

/** An account to be made, checked. Its password is in no text form of it. */
public final class NewMember {

  /** Long enough that no rule about digits and signs is needed. */
  public static final int PASSWORD_CHARS_MIN = 12;

  /** What bcrypt reads; more would be ignored. */
  static final int PASSWORD_BYTES_MAX = 72;

  static final int NAME_CHARS_MAX = 100;

  private final Login login;
  private final String name;
  private final Role role;
  private final String password;

  private NewMember(Login login, String name, Role role, String password) {
    this.login = login;
    this.name = name;
    this.role = role;
    this.password = password;
  }

  /** Checks what was typed: every field is judged. */
  public static Answer<NewMember> of(String login, String name, Role role, String password) {
    var reasons = new ArrayList<Refusal>();
    if (name.isBlank() || name.strip().length() > NAME_CHARS_MAX) {
      reasons.add(Refusal.of("name-length", "name", NAME_CHARS_MAX));
    }
    var read = Login.parse(login);
    if (read.isEmpty()) {
      reasons.add(Refusal.of("login-unreadable", "login", Login.CHARS_MAX));
    }
    password(password).ifPresent(reasons::add);
    return read.isPresent() && reasons.isEmpty()
        ? Answer.done(new NewMember(read.get(), name.strip(), role, password))
        : new Answer.Refused<>(reasons);
  }

  /** Why this cannot be a password; empty where it can. */
  static Optional<Refusal> password(String password) {
    if (password.codePointCount(0, password.length()) < PASSWORD_CHARS_MIN) {
      return Optional.of(Refusal.of("password-too-short", "password", PASSWORD_CHARS_MIN));
    }
    return password.getBytes(UTF_8).length > PASSWORD_BYTES_MAX
        ? Optional.of(Refusal.of("password-too-long", "password", PASSWORD_BYTES_MAX))
        : Optional.empty();
  }

  Login login() {
    return login;
  }

  String name() {
    return name;
  }

  Role role() {
    return role;
  }

  String password() {
    return password;
  }
}
