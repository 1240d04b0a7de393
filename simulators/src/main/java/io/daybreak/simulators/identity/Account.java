package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.Person;
import java.util.Arrays;
import java.util.Optional;

/** Who can sign in: one person a role, called by it; the same that the stack prints tokens for. */
public enum Account {
  MARKETER(Person.MARKETER, "Marketer", "마케터"),
  MERCHANT(Person.MERCHANT, "Merchant", "판매자"),
  OPERATOR(Person.OPERATOR, "Operator", "운영자");

  private final Person person;
  private final String english;
  private final String korean;

  Account(Person person, String english, String korean) {
    this.person = person;
    this.english = english;
    this.korean = korean;
  }

  public Person person() {
    return person;
  }

  /** What the person is called in a language. */
  public String name(Language language) {
    return language == Language.KOREAN ? korean : english;
  }

  static Optional<Account> of(String subject) {
    return Arrays.stream(values())
        .filter(account -> account.person.subject().equals(subject))
        .findFirst();
  }
}
