package io.tukar.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once per version from the archive in the class path.
 *
 * @param version as in {@code 18.6.0}
 * @param folder holds {@code bin/}, {@code lib/} and {@code share/}
 */
record PostgresBinaries(String version, Path folder) {

  private static final String FOLDER_PREFIX = "bin-";
  private static final Pattern VERSION_IN_JAR_NAME = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");
  private static final int OWNER_EXECUTES = 0100;

  /** Unpacks into the home folder where this version is not there yet; under the start lock. */
  static PostgresBinaries in(Path home) {
    URL archive = archive();
    Matcher version = VERSION_IN_JAR_NAME.matcher(archive.toString());
    if (!version.find()) {
      throw new IllegalStateException("no version in the name of " + archive);
    }
    var binaries =
        new PostgresBinaries(version.group(1), home.resolve(FOLDER_PREFIX + version.group(1)));
    if (!Files.isDirectory(binaries.folder)) {
      try {
        Path draft = home.resolve("unpacking");
        deleteAll(draft);
        unpack(archive, draft);
        Files.move(draft, binaries.folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new StartFailure(
            "PostgreSQL cannot be unpacked into " + home + ": " + e.getMessage(), e);
      }
    }
    return binaries;
  }

  /** True for a program unpacked into this home, of whatever version. */
  static boolean unpackedIn(Path home, Path program) {
    return program.startsWith(home)
        && home.relativize(program).getName(0).toString().startsWith(FOLDER_PREFIX);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  int majorVersion() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  private static URL archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String family = system.contains("mac") ? "darwin" : system.contains("linux") ? "linux" : system;
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    URL archive =
        PostgresBinaries.class.getResource("/postgres-" + family + "-" + machine + ".txz");
    if (archive == null) {
      throw new StartFailure(
          "there is no embedded PostgreSQL for "
              + family
              + " on "
              + machine
              + "; set "
              + DatabaseAddress.URL
              + " to use your own");
    }
    return archive;
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (InputStream file = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    var permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if ((mode & OWNER_EXECUTES) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }
}
