package io.tukar;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program's rooms and doors together; the command line starts them with {@code serve}. */
@SpringBootApplication
public class Tukar {}
