package io.daybreak.kit.access;

import io.daybreak.kit.door.PersonLimits;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which organisations a request acts, after its token was checked and before anything
 * is done. Where it does not come to that, the caller belongs to none.
 */
class CallerFilter {

  /** Names the one organisation that a request is about. */
  static final String HEADER = "Daybreak-Organisation";

  /** The same, for event streams and links, which have no headers. */
  static final String PARAMETER = "organisation";

  private static final Set<String> ONLY_READ = Set.of("GET", "HEAD", "OPTIONS");

  private final Caller caller;
  private final Memberships memberships;
  private final PersonLimits limits;

  CallerFilter(Caller caller, Memberships memberships, PersonLimits limits) {
    this.caller = caller;
    this.memberships = memberships;
    this.limits = limits;
  }

  @ServerRequestFilter
  Uni<Response> resolve(ContainerRequestContext request, RoutingContext call) {
    // Public endpoints need nobody, and nobody who may be nobody is looked up for them.
    if (call.user() instanceof QuarkusHttpUser user
        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
      limits.enter(token.getSubject(), call);
      var remote = call.request().remoteAddress();
      caller.from(remote == null ? null : remote.hostAddress());
      return resolve(request, token);
    }
    return Uni.createFrom().nullItem();
  }

  private Uni<Response> resolve(ContainerRequestContext request, JsonWebToken token) {
    boolean changes = !ONLY_READ.contains(request.getMethod());
    UUID chosen = chosen(request);
    boolean seesAll = Caller.seesAll(token.getGroups());
    if (seesAll && !token.getGroups().contains(Roles.OPERATOR)) {
      caller.acts(token, List.of(), chosen, changes);
      return Uni.createFrom().nullItem();
    }
    return memberships
        .of(token)
        .invoke(found -> requireMember(found, chosen, seesAll))
        .invoke(found -> caller.acts(token, found, chosen, changes))
        .replaceWith(Uni.createFrom().nullItem());
  }

  private static void requireMember(
      List<Membership> found, @Nullable UUID chosen, boolean seesAll) {
    if (chosen != null && !seesAll && found.stream().noneMatch(one -> one.id().equals(chosen))) {
      throw AccessProblems.notYours();
    }
  }

  private static @Nullable UUID chosen(ContainerRequestContext request) {
    String header = request.getHeaderString(HEADER);
    String named =
        header != null ? header : request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
    if (named == null || named.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(named.strip());
    } catch (IllegalArgumentException notAnId) {
      throw AccessProblems.notYours();
    }
  }
}
