package io.tukar.demo;

import io.tukar.kernel.Actor;
import io.tukar.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The people of the demonstration shop, with passwords and tokens that nobody else knows. */
final class DemoStaff {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PASSWORD_LETTERS = 16;
  private static final int TOKEN_BYTES = 32;

  private static final List<Person> PEOPLE =
      List.of(
          new Person("ayu", "Ayu (layanan pelanggan)", Role.AGENT),
          new Person("bagas", "Bagas (layanan pelanggan)", Role.AGENT),
          new Person("citra", "Citra (gudang)", Role.INSPECTOR),
          new Person("dimas", "Dimas (keuangan)", Role.FINANCE),
          new Person("eka", "Eka (manajer)", Role.MANAGER));

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final SecureRandom random = new SecureRandom();

  DemoStaff(JdbcClient jdbc, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
  }

  private record Person(String login, String name, Role role) {}

  /** One who can sign in. */
  record SignIn(String login, String password, Role role, String name) {}

  /** A token of the API for a role. */
  record Token(Role role, String token) {}

  /** Who acts in the cases. */
  record Team(Actor agent, Actor inspector, Actor finance) {}

  /** Makes the people, or gives those that are there new passwords. */
  List<SignIn> signIns() {
    var made = new ArrayList<SignIn>();
    for (var person : PEOPLE) {
      var password = password();
      jdbc.sql(
              """
              insert into staff (login, name, role, password_hash) values (?, ?, ?, ?)
              on conflict (login) do update set password_hash = excluded.password_hash
              """)
          .param(person.login())
          .param(person.name())
          .param(person.role().name())
          .param(passwords.encode(password))
          .update();
      made.add(new SignIn(person.login(), password, person.role(), person.name()));
    }
    return made;
  }

  /** One token for each role. */
  List<Token> tokens() {
    var made = new ArrayList<Token>();
    for (var role : Role.values()) {
      var bytes = new byte[TOKEN_BYTES];
      random.nextBytes(bytes);
      var token = "tukar_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      jdbc.sql("insert into api_token (name, role, token_hash) values (?, ?, ?)")
          .param("demo " + role.name().toLowerCase(java.util.Locale.ROOT))
          .param(role.name())
          .param(sha256(token))
          .update();
      made.add(new Token(role, token));
    }
    return made;
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

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
