package io.tukar.cli;

import io.tukar.policy.tree.PolicyProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small text file that somebody names on the command line. */
final class TextFile {

  private TextFile() {}

  /**
   * The whole text.
   *
   * @param bytesMax longer files are refused
   * @throws CommandFailed where it cannot be read as text, in one line
   */
  static String read(Path file, int bytesMax) {
    if (Files.isDirectory(file)) {
      throw new CommandFailed(file + ": is a folder");
    }
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(bytesMax + 1);
      if (bytes.length > bytesMax) {
        throw new CommandFailed(PolicyProblem.tooLong(bytesMax).inFile(file.toString()));
      }
      // A fresh decoder complains of bytes that are no text instead of replacing them.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new CommandFailed(file + ": no such file");
    } catch (CharacterCodingException e) {
      throw new CommandFailed(file + ": not UTF-8 text");
    } catch (IOException e) {
      throw new CommandFailed(file + ": cannot be read: " + e.getMessage());
    }
  }
}
