package io.tukar.csv;

import java.util.Arrays;

/**
 * Which keys a file has shown already, at 16 to 32 bytes a key, so that a long file stays within a
 * small heap. Keys are told apart by 64 mixed bits: among a million keys the chance that any two
 * are taken for one is below 1 in 10 million.
 */
public final class SeenKeys {

  private static final int CAPACITY_FIRST = 1024;

  private long[] slots = new long[CAPACITY_FIRST];
  private int size;

  /** True the first time a key is shown. */
  public boolean add(String key) {
    if (2 * size >= slots.length) {
      grow();
    }
    if (!place(slots, hash(key))) {
      return false;
    }
    size++;
    return true;
  }

  private void grow() {
    var bigger = new long[slots.length * 2];
    Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> place(bigger, hash));
    slots = bigger;
  }

  private static boolean place(long[] slots, long hash) {
    var mask = slots.length - 1;
    for (var i = (int) hash & mask; ; i = (i + 1) & mask) {
      if (slots[i] == 0) {
        slots[i] = hash;
        return true;
      }
      if (slots[i] == hash) {
        return false;
      }
    }
  }

  /** FNV-1a over the characters, finished as in splitmix64; zero marks an empty slot. */
  private static long hash(String key) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
