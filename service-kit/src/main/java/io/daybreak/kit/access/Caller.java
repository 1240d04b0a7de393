package io.daybreak.kit.access;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the current request, as the bearer token says. */
@RequestScoped
public class Caller {

  private final JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  /** The token's {@code sub}: the owner of what the caller makes. */
  public String subject() {
    return token.getSubject();
  }

  /** Whether the caller sees what belongs to others. */
  public boolean isOperator() {
    return token.getGroups().contains(Roles.OPERATOR);
  }
}
