package io.tukar.api.wire;

import io.tukar.kernel.Words;

/**
 * A kind of problem, to be shown.
 *
 * @param slug the last part of the type URI and of its messages' keys
 * @param status the HTTP status it comes with
 */
public record ProblemModel(String slug, String uri, int status, Words title) {}
