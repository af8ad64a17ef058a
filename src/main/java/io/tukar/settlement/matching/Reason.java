package io.tukar.settlement.matching;

/** Why a receipt may, or may not, be for a case. Each weighs so many points of a hundred. */
public enum Reason {
  /** The amount asked for, to the rupiah, by its code. */
  AMOUNT_WITH_CODE(60),
  /** The whole amount owed: the code was not taken off, or there was none. */
  AMOUNT_OWED(35),
  /** The amounts of several cases of one customer together. */
  AMOUNT_OF_SEVERAL(35),
  /** Less than owed by no more than a code, but not by this case's. */
  AMOUNT_WITH_OTHER_CODE(15),
  /** Less than owed: a part. */
  AMOUNT_IN_PART(5),
  /** More than owed. */
  AMOUNT_ABOVE(5),
  /** The remark has the case's number. */
  NUMBER(50),
  /** The remark has the customer's name, or as much of it as the bank left. */
  NAME(25),
  /** The remark has another case's number. */
  OTHER_NUMBER(-45),
  /** Other cases wait for the same amount. */
  AMOUNT_SHARED(-20);

  private final int points;

  Reason(int points) {
    this.points = points;
  }

  int points() {
    return points;
  }
}
