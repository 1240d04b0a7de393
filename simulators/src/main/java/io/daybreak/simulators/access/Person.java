package io.daybreak.simulators.access;

import java.util.Set;

/** Whoever the local stack issues a token to; the subject owns what it creates. */
public record Person(String subject, Set<String> groups) {

  public static final Person MARKETER = new Person("marketer", Set.of("marketer"));
  public static final Person MERCHANT = new Person("merchant", Set.of("merchant"));
  public static final Person OPERATOR = new Person("operator", Set.of("operator"));

  /** How the services call each other. */
  public static final Person SERVICE = new Person("service", Set.of("service"));

  public Person {
    groups = Set.copyOf(groups);
  }
}
