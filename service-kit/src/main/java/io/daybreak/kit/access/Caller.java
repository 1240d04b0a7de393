package io.daybreak.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who makes the current request, as the bearer token says. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token's {@code sub}: the owner of what the caller makes. */
  public String subject() {
    return identity.getPrincipal().getName();
  }

  /** Whether the caller sees what belongs to others. */
  public boolean isOperator() {
    return identity.hasRole(Roles.OPERATOR);
  }
}
