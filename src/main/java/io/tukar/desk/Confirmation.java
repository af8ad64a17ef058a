package io.tukar.desk;

import java.util.List;

/**
 * What is asked once more before a step that ends something.
 *
 * @param name of what is ended
 * @param question message key of the question, its first argument the name
 * @param says message keys of what happens, a sentence each
 * @param button message key of the step
 * @param action where the answer is posted
 * @param version of what is ended, so that only what was shown is ended
 * @param back where nothing has happened
 */
public record Confirmation(
    String name,
    String question,
    List<String> says,
    String button,
    String action,
    int version,
    String back) {}
