package io.tukar.portal.draft;

import java.util.Arrays;
import java.util.Optional;

/** The questions of a request, in the order they are asked. */
enum Question {
  ITEMS("barang", Stage.PROBLEM),
  REASON("masalah", Stage.PROBLEM),
  SYMPTOM("gejala", Stage.PROBLEM),
  CONDITION("kondisi", Stage.PROBLEM),
  WANTED("pengganti", Stage.PROBLEM),
  RECEIPT("diterima", Stage.PROBLEM),
  PHOTOS("foto", Stage.PHOTOS),
  CHECK("periksa", Stage.CHECK);

  /** The part of the journey a question belongs to, as the page's head shows it. */
  enum Stage {
    FIND(1),
    PROBLEM(2),
    PHOTOS(3),
    CHECK(4);

    private final int place;

    Stage(int place) {
      this.place = place;
    }

    /** Counted from 1. */
    int place() {
      return place;
    }
  }

  private final String path;
  private final Stage stage;

  Question(String path, Stage stage) {
    this.path = path;
    this.stage = stage;
  }

  /** Its part of the page's address. */
  String path() {
    return path;
  }

  Stage stage() {
    return stage;
  }

  static Optional<Question> at(String path) {
    return Arrays.stream(values()).filter(question -> question.path.equals(path)).findFirst();
  }
}
