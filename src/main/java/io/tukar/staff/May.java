package io.tukar.staff;

import static io.tukar.kernel.Role.AGENT;
import static io.tukar.kernel.Role.FINANCE;
import static io.tukar.kernel.Role.INSPECTOR;
import static io.tukar.kernel.Role.MANAGER;

import io.tukar.kernel.Role;
import java.util.Set;

/** Who may do what: the one table, for every door. A manager may do everything. */
public enum May {
  /** Orders, cases, their events and decisions, money and stock: everything that is only read. */
  LOOK(AGENT, INSPECTOR, FINANCE),
  /** Start a draft, ask for the pre-check, submit. */
  REQUEST(AGENT),
  ADD_PHOTOS(AGENT, INSPECTOR),
  AUTHORIZE(AGENT),
  DECLINE(AGENT),
  /** Decide otherwise than the policy does, with a reason. */
  OVERRIDE(AGENT),
  ASK_EVIDENCE(AGENT),
  WITHDRAW(AGENT),
  CANCEL(AGENT),
  GIVE_WAYBILL(AGENT),
  OFFER_STOCK(INSPECTOR),
  RECEIVE(INSPECTOR),
  /** Say whose a parcel in quarantine is, or let it leave again. */
  MATCH_PARCELS(AGENT, INSPECTOR),
  INSPECT(INSPECTOR),
  /** Record a unit's test before it is sent. */
  TEST_UNITS(INSPECTOR),
  /** Scan what was sold into parcels, and let them leave. */
  PACK_SALES(INSPECTOR),
  /** Book deliveries and counts, carry goods from place to place. */
  KEEP_STOCK(INSPECTOR),
  /** Gather faulty goods for their vendor, send them, and book what came back. */
  SEND_TO_VENDORS(INSPECTOR),
  /** Book that a vendor's goods are gone and nothing came for them but a credit, or nothing. */
  CREDIT_BY_VENDOR(),
  DISPATCH(INSPECTOR),
  SEND_BACK(INSPECTOR),
  /** Have a finding looked at once more, by somebody else. */
  CONTEST(AGENT),
  /** Choose for a customer whose replacement is out of stock. */
  CHOOSE(AGENT),
  /** Begin to count goods nobody claims, and write down that their owner asked for them. */
  COUNT_LEFTOVERS(AGENT, INSPECTOR),
  PROPOSE_DISPOSAL(INSPECTOR),
  /** Approve or reject what another person proposed. */
  DECIDE_DISPOSAL(),
  SETTLE(FINANCE),
  /** Record money that came in or went out. */
  BOOK_PAYMENTS(FINANCE),
  /** Write down where a customer wants their money. */
  GIVE_ACCOUNTS(AGENT, FINANCE),
  PROPOSE_PAYOUTS(FINANCE),
  /** Approve or reject what another person proposed. */
  APPROVE_PAYOUTS(),
  CLOSE(AGENT),
  REOPEN(AGENT),
  /** Let the replacement leave before the customer's goods come, and no longer await these. */
  ADVANCE(),
  /** Say that a parcel will not arrive; only a manager replaces goods that never came. */
  DECLARE_LOST(AGENT),
  /** File a claim on a courier, and write down its answer. */
  CLAIM_COURIERS(AGENT, INSPECTOR, FINANCE),
  /** Write a message or a note. */
  REPLY(AGENT),
  /** Policy, holidays, staff and tokens. */
  CHANGE_SETTINGS();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<Role> roles;

  May(Role... roles) {
    this.roles = Set.of(roles);
  }

  /** Whether this role may. */
  public boolean allows(Role role) {
    return role == MANAGER || roles.contains(role);
  }
}
