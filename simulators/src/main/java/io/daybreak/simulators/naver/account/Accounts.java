package io.daybreak.simulators.naver.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The API keys and accounts that exist. May be changed while the simulator runs. */
public final class Accounts {

  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, Set<Long>> customersOfLicence = new ConcurrentHashMap<>();
  private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

  /**
   * The manager account through which a key reaches a customer, where it is not reached directly.
   */
  private final Map<Long, Long> managers = new ConcurrentHashMap<>();

  /**
   * Creates an account and gives its API key access to it. A licence that exists already gets the
   * account as one more, and the spec's secret.
   */
  public Account create(AccountSpec spec) {
    Account account = AccountGenerator.generate(spec);
    accounts.put(spec.customerId(), account);
    secrets.put(spec.licence(), spec.secret());
    grant(spec.licence(), spec.customerId());
    return account;
  }

  /** Gives an API key access to one more account. */
  public void grant(String licence, long customerId) {
    customersOfLicence
        .computeIfAbsent(licence, key -> ConcurrentHashMap.newKeySet())
        .add(customerId);
  }

  /** Takes a key's access to an account away. */
  public void revoke(String licence, long customerId) {
    customersOfLicence.getOrDefault(licence, ConcurrentHashMap.newKeySet()).remove(customerId);
  }

  /** Puts an account below a manager account. */
  public void manage(long customerId, long managerAccountNo) {
    managers.put(customerId, managerAccountNo);
  }

  /** The manager account above a customer; empty where it is reached directly. */
  public Optional<Long> managerOf(long customerId) {
    return Optional.ofNullable(managers.get(customerId));
  }

  /** The customers that a key reaches, in the order of their numbers. */
  public List<Long> customersOf(String licence) {
    return customersOfLicence.getOrDefault(licence, Set.of()).stream().sorted().toList();
  }

  /** From now on only the new secret is valid. */
  public void rotate(String licence, String secret) {
    if (secrets.replace(licence, secret) == null) {
      throw new IllegalArgumentException("no such licence");
    }
  }

  public Optional<String> secretOf(String licence) {
    return Optional.ofNullable(secrets.get(licence));
  }

  /** The account, if this API key has access to it. */
  public Optional<Account> reach(String licence, String customer) {
    return customersOfLicence.getOrDefault(licence, Set.of()).stream()
        .filter(id -> id.toString().equals(customer))
        .findFirst()
        .flatMap(this::find);
  }

  public Optional<Account> find(long customerId) {
    return Optional.ofNullable(accounts.get(customerId));
  }

  /** The account. It must exist. */
  public Account get(long customerId) {
    return find(customerId)
        .orElseThrow(() -> new IllegalArgumentException("no account " + customerId));
  }
}
