package io.tukar.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything a shop owns: PostgreSQL's files, photos, the secret key.
 *
 * @param path absolute, without symbolic links
 */
public record DataFolder(Path path) {

  /** Opens the folder, making it (mode 700) where it does not exist; it must be writable. */
  public static DataFolder open(Path path) {
    return new DataFolder(privateFolder(path.toAbsolutePath().normalize()));
  }

  /** A folder inside this one, made (mode 700) where it does not exist. */
  public Path subfolder(String name) {
    return privateFolder(path.resolve(name));
  }

  /**
   * Writes a small text file that only the owner reads (mode 600), whole or not at all, replacing
   * an earlier one.
   */
  public static void writePrivately(Path file, String text) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path folder = file.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".new", mode);
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path privateFolder(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Path parent = path.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.createDirectory(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Files.delete(Files.createTempFile(path, ".writable", null));
      return path.toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw new StartFailure("the data folder " + path + " is a file, not a folder", e);
    } catch (AccessDeniedException e) {
      throw new StartFailure("the data folder " + path + " is not writable", e);
    } catch (FileSystemException e) {
      throw new StartFailure("the data folder " + path + " cannot be used: " + reasonOf(e), e);
    } catch (IOException e) {
      throw new StartFailure("the data folder " + path + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static String reasonOf(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }
}
