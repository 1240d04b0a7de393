package io.daybreak.stack.service;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A service of the product. */
public enum ServiceName {
  IMPORT(8081),
  SHEET(8082),
  ORDER(8083),

  /** What people open: it has no data of its own and stands before the others. */
  CONSOLE(8080);

  /** The services that the console stands before. */
  public static final Set<ServiceName> BEHIND_THE_CONSOLE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CONSOLE)));

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

  /** Its Maven module: {@code import-service}, {@code console}. */
  public String module() {
    return this == CONSOLE ? shortName() : shortName() + "-service";
  }
}
