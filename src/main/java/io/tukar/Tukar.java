package io.tukar;

import io.tukar.cli.TukarCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: the command line, whose {@code serve} starts everything. */
@SpringBootApplication
public class Tukar {

  public static void main(String[] args) {
    System.exit(TukarCommand.run(args));
  }
}
