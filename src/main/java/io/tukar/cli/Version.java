package io.tukar.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the program's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "tukar "
          + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
              .orElse("development")
    };
  }
}
