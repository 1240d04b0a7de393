package io.daybreak.imports.format;

import java.util.Arrays;

/**
 * Numbers the distinct keys it is shown, from 0 in the order of their first appearance. Open
 * addressing over primitive arrays, at most 24 bytes a key, because a {@code HashMap} needs five
 * times as much and a day can have hundreds of thousands of keys.
 */
final class LongIndex {

  private static final int FREE = -1;

  private long[] keys = new long[1024];
  private int[] slots = newSlots(2048);
  private int size;

  int size() {
    return size;
  }

  long key(int number) {
    return keys[number];
  }

  /** The key's number, a new one if it was not seen before. */
  int add(long key) {
    int slot = slotOf(key);
    if (slots[slot] != FREE) {
      return slots[slot];
    }
    if (size == keys.length) {
      grow();
      slot = slotOf(key);
    }
    keys[size] = key;
    slots[slot] = size;
    return size++;
  }

  /** The slot that holds the key's number, or the free one where it belongs. */
  private int slotOf(long key) {
    int mask = slots.length - 1;
    int slot = hash(key) & mask;
    while (slots[slot] != FREE && keys[slots[slot]] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    slots = newSlots(keys.length * 2);
    for (int number = 0; number < size; number++) {
      slots[slotOf(keys[number])] = number;
    }
  }

  private static int[] newSlots(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, FREE);
    return slots;
  }

  /** The final mix of splitmix64: neighbouring keys land far apart. */
  private static int hash(long key) {
    long mixed = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return (int) (mixed ^ (mixed >>> 31));
  }
}
