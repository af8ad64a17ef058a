package io.tukar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Tukar {

  public static void main(String[] args) {
    SpringApplication.run(Tukar.class, args);
  }
}
