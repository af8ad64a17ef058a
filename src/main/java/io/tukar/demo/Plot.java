package io.tukar.demo;

/**
 * How the story of one demonstration case goes.
 *
 * <p>The days are those between the request and today: enough for all its steps, few enough that no
 * timer has ended it.
 */
enum Plot {
  /** Changed their mind and did not say whether the seal is whole: a person looks. */
  SEAL_UNKNOWN(4, 0, 1),
  /** A licence that does not work: a person looks. */
  LICENCE_FAULT(2, 0, 2),
  PHOTOS_MISSING(6, 0, 3),
  AUTHORIZED(4, 0, 3),
  ON_THE_WAY(3, 2, 4),
  WAITING_FOR_STOCK(2, 1, 3),
  RECEIVED(6, 4, 6),
  INSPECTED(4, 5, 7),
  INSPECTED_REFUSED(1, 5, 6),
  SETTLED(2, 5, 6),
  SETTLED_UNPAID(3, 5, 7),
  SETTLED_OWED_BACK(1, 5, 6),
  DISPATCHED(4, 8, 10),
  SENT_BACK(1, 8, 10),
  CLOSED(5, 13, 45),
  CLOSED_WITH_DIFFERENCE(2, 15, 35),
  CLOSED_AFTER_TWO(1, 30, 31),
  TOO_LATE(2, 3, 30),
  DECLINED_BY_AGENT(1, 6, 7),
  CANCELLED(3, 4, 30),
  EXPIRED(3, 28, 45);

  private final int cases;
  private final int daysAgoLeast;
  private final int daysAgoMost;

  Plot(int cases, int daysAgoLeast, int daysAgoMost) {
    this.cases = cases;
    this.daysAgoLeast = daysAgoLeast;
    this.daysAgoMost = daysAgoMost;
  }

  /** How many cases go this way; all plots together make 60. */
  int cases() {
    return cases;
  }

  int daysAgoLeast() {
    return daysAgoLeast;
  }

  int daysAgoMost() {
    return daysAgoMost;
  }
}
