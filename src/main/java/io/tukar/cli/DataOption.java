package io.tukar.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data DIR}, for every command that works on the shop's data. */
public final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The shop's data folder (default: ${DEFAULT-VALUE}).")
  private Path path = Path.of("data");

  public Path path() {
    return path;
  }
}
