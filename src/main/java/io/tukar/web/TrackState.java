package io.tukar.web;

/**
 * Where one of the three tracks (case, goods, money) stands.
 *
 * @param name of the track
 * @param detail a date, a place or an amount; empty for none
 */
public record TrackState(String name, String state, String detail, Turn turn) {}
