package io.tukar.demo;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Answer;
import io.tukar.kernel.Role;
import io.tukar.staff.StaffBook;
import io.tukar.staff.Tokens;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the demonstration shop, with passwords and tokens that nobody else knows. */
final class DemoStaff {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LETTERS = 20;

  private static final List<Person> PEOPLE =
      List.of(
          new Person("ayu", "Ayu (layanan pelanggan)", Role.AGENT),
          new Person("bagas", "Bagas (layanan pelanggan)", Role.AGENT),
          new Person("citra", "Citra (gudang)", Role.INSPECTOR),
          new Person("dimas", "Dimas (keuangan)", Role.FINANCE),
          new Person("eka", "Eka (manajer)", Role.MANAGER),
          // A policy is approved by another manager than the one who wrote it.
          new Person("fitri", "Fitri (manajer)", Role.MANAGER));

  private final JdbcClient jdbc;
  private final StaffBook book;
  private final Tokens tokens;
  private final SecureRandom random = new SecureRandom();

  DemoStaff(JdbcClient jdbc, StaffBook book, Tokens tokens) {
    this.jdbc = jdbc;
    this.book = book;
    this.tokens = tokens;
  }

  private record Person(String login, String name, Role role) {}

  /** One who can sign in. */
  record SignIn(String login, String password, Role role, String name) {}

  /** A token of the API for a role. */
  record Token(Role role, String token) {}

  /** How the people come in, and how shop software does. */
  record Keys(List<SignIn> staff, List<Token> tokens) {}

  /** Who acts in the cases. */
  record Team(Actor agent, Actor inspector, Actor finance) {}

  boolean isHired() {
    return !book.isEmpty();
  }

  /** Makes the accounts, and a token for each role. */
  Keys hire(Instant at) {
    var signIns = new ArrayList<SignIn>();
    for (var person : PEOPLE) {
      var password = password();
      if (book.create(person.login(), person.name(), person.role(), password, at)
          instanceof Answer.Refused<?>(var reasons)) {
        throw new IllegalStateException("No account for " + person.login() + ": " + reasons);
      }
      signIns.add(new SignIn(person.login(), password, person.role(), person.name()));
    }
    var issued = new ArrayList<Token>();
    for (var role : Role.values()) {
      var name = "demo " + role.name().toLowerCase(Locale.ROOT);
      issued.add(new Token(role, tokens.issue(name, role, at)));
    }
    return new Keys(signIns, issued);
  }

  Team team() {
    return new Team(actor(Role.AGENT), actor(Role.INSPECTOR), actor(Role.FINANCE));
  }

  private Actor actor(Role role) {
    return new Actor.Staff(
        jdbc.sql("select min(id) from staff where role = ?")
            .param(role.name())
            .query(Long.class)
            .single(),
        role);
  }

  private String password() {
    var text = new StringBuilder();
    for (var i = 0; i < PASSWORD_LETTERS; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
