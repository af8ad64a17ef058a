package io.tukar.web;

/** What a page controller answers: a page to look at or a place to go. */
public sealed interface Reply permits Page, Redirect {}
