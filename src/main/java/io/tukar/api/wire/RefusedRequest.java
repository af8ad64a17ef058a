package io.tukar.api.wire;

/** Stops a request at the door, before any verb; carries the answer. */
public final class RefusedRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Reply.Problem problem;

  public RefusedRequest(Reply.Problem problem) {
    super(problem.type().name(), null, false, false);
    this.problem = problem;
  }

  public RefusedRequest(ProblemType type, String code, String field, Object... args) {
    this(Reply.problem(type, code, field, args));
  }

  Reply.Problem problem() {
    return problem;
  }
}
