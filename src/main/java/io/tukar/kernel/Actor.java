package io.tukar.kernel;

/** Who did something: a reference, never a name. Its text form is stored with every event. */
public sealed interface Actor {

  record Customer(long id) implements Actor {
    @Override
    public String reference() {
      return "customer:" + id;
    }
  }

  record Staff(long id, Role role) implements Actor {
    @Override
    public String reference() {
      return "staff:" + id;
    }
  }

  /** Shop software that holds an API token. */
  record Integration(long tokenId, Role role) implements Actor {
    @Override
    public String reference() {
      return "token:" + tokenId;
    }
  }

  /** Whoever runs a command on the shop's machine. */
  record Operator() implements Actor {
    @Override
    public String reference() {
      return "operator";
    }
  }

  /** A timer of the program itself. */
  record Clock() implements Actor {
    @Override
    public String reference() {
      return "clock";
    }
  }

  /** The stored form, such as {@code staff:12}. */
  String reference();

  /** A manager, or software that was given a manager's rights. */
  default boolean isManager() {
    return switch (this) {
      case Staff(_, var role) -> role == Role.MANAGER;
      case Integration(_, var role) -> role == Role.MANAGER;
      case Customer _, Operator _, Clock _ -> false;
    };
  }
}
