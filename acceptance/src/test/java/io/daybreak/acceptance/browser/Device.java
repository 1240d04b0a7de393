package io.daybreak.acceptance.browser;

/** What somebody holds in hand. */
enum Device {
  DESKTOP(1280, 860, false),
  LAPTOP(1024, 700, false),
  PHONE(390, 844, true);

  private final int width;
  private final int height;
  private final boolean touch;

  Device(int width, int height, boolean touch) {
    this.width = width;
    this.height = height;
    this.touch = touch;
  }

  /** In CSS pixels. */
  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean touch() {
    return touch;
  }
}
