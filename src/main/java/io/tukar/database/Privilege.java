package io.tukar.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How PostgreSQL's programs are started: in their own session, so that Ctrl-C reaches only us, and
 * never as root, which they refuse.
 *
 * @param prefix the words before the program's name on the command line
 */
record Privilege(List<String> prefix) {

  private static final String ROOT = "root";
  private static final List<String> UNPRIVILEGED_USERS = List.of("postgres", "nobody");

  /** The way that works here, with the home folder's files owned to match. */
  static Privilege forHome(Path home) {
    List<String> session = onPath("setsid") ? List.of("setsid") : List.of();
    if (!ROOT.equals(System.getProperty("user.name"))) {
      return new Privilege(session);
    }
    List<String> namespace = List.of("unshare", "--user");
    if (onPath("unshare") && succeeds(with(namespace, "true"))) {
      own(home, ROOT);
      return new Privilege(with(session, namespace));
    }
    return unprivilegedUser(home, session);
  }

  List<String> command(Path program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(program.toString());
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  private static Privilege unprivilegedUser(Path home, List<String> session) {
    for (String user : UNPRIVILEGED_USERS) {
      List<String> become =
          List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
      if (user.equals("nobody") && !succeeds(with(become, "true"))) {
        become = List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
      }
      if (!succeeds(with(become, "true"))) {
        continue;
      }
      own(home, user);
      letThrough(home.resolve("..").normalize());
      if (!succeeds(with(become, "test", "-w", home.toString()))) {
        throw new StartFailure(
            "PostgreSQL would run as user "
                + user
                + ", who may not enter "
                + home
                + "; choose another data folder or run Tukar as a user that is not root");
      }
      return new Privilege(with(session, become));
    }
    throw new StartFailure(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv can drop it here; "
            + "run Tukar as a user that is not root");
  }

  private static void own(Path home, String user) {
    try {
      Path marker = home.resolve("data");
      UserPrincipal owner =
          home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
      if (owner.equals(Files.getOwner(home))
          && (!Files.exists(marker) || owner.equals(Files.getOwner(marker)))) {
        return;
      }
      List<Path> all;
      try (Stream<Path> paths = Files.walk(home)) {
        all = paths.filter(path -> !Files.isSymbolicLink(path)).toList();
      }
      for (Path path : all) {
        Files.setOwner(path, owner);
      }
    } catch (IOException e) {
      throw new StartFailure("the files in " + home + " cannot be given to user " + user, e);
    }
  }

  private static void letThrough(Path folder) {
    try {
      Set<PosixFilePermission> permissions =
          EnumSet.copyOf(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS));
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(folder, permissions);
    } catch (IOException e) {
      throw new StartFailure("the mode of " + folder + " cannot be set", e);
    }
  }

  private static boolean onPath(String program) {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> with(List<String> words, String... more) {
    return with(words, Arrays.asList(more));
  }

  private static List<String> with(List<String> words, List<String> more) {
    return Stream.concat(words.stream(), more.stream()).toList();
  }
}
