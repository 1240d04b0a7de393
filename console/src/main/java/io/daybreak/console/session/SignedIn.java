package io.daybreak.console.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The person behind a call that must not be sent to the sign-in page: scripts cannot follow there.
 */
@ApplicationScoped
public class SignedIn {

  private final IdentityProviderManager identities;

  SignedIn(IdentityProviderManager identities) {
    this.identities = identities;
  }

  /** Empty unless the call has a session that is, or could be made, valid. */
  Uni<Optional<SecurityIdentity>> person(RoutingContext call) {
    // Quarkus' own answer to a session that is none is the way to the issuer.
    call.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    return QuarkusHttpUser.getSecurityIdentity(call, identities)
        .map(identity -> Optional.of(identity).filter(known -> !known.isAnonymous()))
        .onFailure(SignedIn::meansNobody)
        .recoverWithItem(Optional.empty());
  }

  /** The token that services know the person by; empty as {@link #person} is. */
  public Uni<Optional<String>> accessToken(RoutingContext call) {
    return person(call)
        .map(
            person ->
                person
                    .map(identity -> identity.getCredential(AccessTokenCredential.class))
                    .map(AccessTokenCredential::getToken));
  }

  /** A session that ended or was never one, or an issuer that wants to see the person first. */
  private static boolean meansNobody(Throwable failure) {
    return failure instanceof AuthenticationFailedException
        || failure instanceof AuthenticationCompletionException
        || failure instanceof AuthenticationRedirectException;
  }
}
