package io.tukar.web;

import org.jspecify.annotations.Nullable;

/**
 * Where one of the three tracks (case, goods, money) stands.
 *
 * @param name of the track
 * @param detail a date, a place or an amount; empty for none
 * @param turn whose turn it is; null where it is nobody's and nothing is done either
 */
public record TrackState(String name, String state, String detail, @Nullable Turn turn) {}
