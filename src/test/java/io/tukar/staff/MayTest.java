package io.tukar.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tukar.kernel.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MayTest {

  @Test
  void eachRoleMayDoItsOwnWorkAndNoOther() {
    assertThat(table())
        .isEqualTo(
            """
            LOOK             A I F M
            REQUEST          A     M
            ADD_PHOTOS       A I   M
            AUTHORIZE        A     M
            DECLINE          A     M
            OVERRIDE         A     M
            ASK_EVIDENCE     A     M
            WITHDRAW         A     M
            CANCEL           A     M
            GIVE_WAYBILL     A     M
            OFFER_STOCK        I   M
            RECEIVE            I   M
            MATCH_PARCELS    A I   M
            INSPECT            I   M
            TEST_UNITS         I   M
            PACK_SALES         I   M
            KEEP_STOCK         I   M
            SEND_TO_VENDORS    I   M
            CREDIT_BY_VENDOR       M
            DISPATCH           I   M
            SEND_BACK          I   M
            CONTEST          A     M
            CHOOSE           A     M
            COUNT_LEFTOVERS  A I   M
            PROPOSE_DISPOSAL   I   M
            DECIDE_DISPOSAL        M
            SETTLE               F M
            BOOK_PAYMENTS        F M
            GIVE_ACCOUNTS    A   F M
            PROPOSE_PAYOUTS      F M
            APPROVE_PAYOUTS        M
            CLOSE            A     M
            REOPEN           A     M
            ADVANCE                M
            DECLARE_LOST     A     M
            CLAIM_COURIERS   A I F M
            REPLY            A     M
            CHANGE_SETTINGS        M
            """);
  }

  private static String table() {
    return Arrays.stream(May.values())
        .map(may -> "%-17s%s%n".formatted(may, row(may)))
        .collect(Collectors.joining())
        .replace(System.lineSeparator(), "\n");
  }

  private static String row(May may) {
    return Arrays.stream(Role.values())
        .map(role -> may.allows(role) ? role.name().substring(0, 1) : " ")
        .collect(Collectors.joining(" "));
  }
}
