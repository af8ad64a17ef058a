package io.tukar.rows;

import java.util.List;

/** What a room holds to be true of its data; {@code tukar verify} asks every room and proves it. */
public interface Invariants {

  List<Invariant> all();
}
