package io.daybreak.kit.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Reads tokens. One whose claims are of the wrong kind, such as a number for a list, does not count
 * (401); the library's own reader casts them blindly, which would be an error of the service's.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenReader extends DefaultJWTCallerPrincipalFactory {

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    try {
      return super.parse(token, rules);
    } catch (RuntimeException ofTheWrongKind) { // the edge of the library: whatever the claim is
      throw new ParseException("A claim is of the wrong kind", ofTheWrongKind);
    }
  }
}
