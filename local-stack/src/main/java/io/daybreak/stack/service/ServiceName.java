package io.daybreak.stack.service;

import java.util.Locale;

/** A service of the product. */
public enum ServiceName {
  IMPORT(8081),
  SHEET(8082),
  ORDER(8083);

  private final int preferredPort;

  ServiceName(int preferredPort) {
    this.preferredPort = preferredPort;
  }

  /** Port of its first instance where that is free. */
  public int preferredPort() {
    return preferredPort;
  }

  /** Its short name, which is also its database's: {@code import}. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its Maven module: {@code import-service}. */
  public String module() {
    return shortName() + "-service";
  }
}
