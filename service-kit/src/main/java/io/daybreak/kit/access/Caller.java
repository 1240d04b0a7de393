package io.daybreak.kit.access;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes the current request, as the bearer token says, and what they may see and change. */
@RequestScoped
public class Caller {

  private final JsonWebToken token;
  private final Memberships source;

  private List<Membership> memberships = List.of();
  private @Nullable JsonWebToken present;
  private @Nullable String address;
  private @Nullable UUID chosen;
  private boolean changes = true;

  Caller(JsonWebToken token, Memberships source) {
    this.token = token;
    this.source = source;
  }

  /**
   * What {@link CallerFilter} found out; before that, only operators and services see anything.
   *
   * @param token the request's token itself, which outlives it
   * @param chosen the one organisation that the request is about, if it says so
   * @param changes whether the request may change something
   */
  void acts(
      JsonWebToken token, List<Membership> memberships, @Nullable UUID chosen, boolean changes) {
    this.present = token;
    this.memberships = memberships;
    this.chosen = chosen;
    this.changes = changes;
  }

  /** From where the request came. */
  void from(@Nullable String remoteAddress) {
    this.address = remoteAddress;
  }

  /** The token's {@code sub}, never blank: {@link TokenRules} lets no other token in. */
  public String subject() {
    return token.getSubject();
  }

  /** For what goes on longer than the request. */
  public Presence presence() {
    return new Presence(source, Objects.requireNonNull(present), memberships);
  }

  /** Whether the caller runs the product. */
  public boolean isOperator() {
    return token.getGroups().contains(Roles.OPERATOR);
  }

  /**
   * Whose rows the request may touch: of every organisation the caller belongs to, or, where the
   * request may change something, of those in which they may. Operators and services: everybody's.
   */
  public Scope scope() {
    return scope(changes ? OrganisationRole.EDITOR : OrganisationRole.VIEWER);
  }

  /** Whose rows the caller may look at, even where this request may change something. */
  public Scope readable() {
    return scope(OrganisationRole.VIEWER);
  }

  /** The organisations that the caller owns; everybody's for operators. */
  public Scope owned() {
    return scope(OrganisationRole.OWNER);
  }

  /** From where the request came, as far as the last proxy says; null if nobody says. */
  public @Nullable String address() {
    return address;
  }

  /**
   * To be called with the organisation of what was found in {@link #readable()}.
   *
   * <p>Throws a problem (403) if the request may change something and the caller may not.
   */
  public void requireScope(UUID organisationId) {
    if (!scope().contains(organisationId)) {
      throw AccessProblems.roleTooLow(OrganisationRole.EDITOR);
    }
  }

  /**
   * Throws a problem (403) unless something of the caller's may be handed to the organisation: one
   * in which they may change things, whichever the request is about.
   */
  public void requireReceiver(UUID organisationId) {
    boolean may =
        isOperator()
            || memberships.stream()
                .anyMatch(
                    one ->
                        one.id().equals(organisationId)
                            && one.role().covers(OrganisationRole.EDITOR));
    if (!may) {
      throw AccessProblems.notYours();
    }
  }

  /** Throws a problem (403) unless the caller owns the organisation, or is an operator. */
  public void requireOwner(UUID organisationId) {
    if (!scope(OrganisationRole.OWNER).contains(organisationId)) {
      throw readable().contains(organisationId)
          ? AccessProblems.roleTooLow(OrganisationRole.OWNER)
          : AccessProblems.notYours();
    }
  }

  /**
   * The organisation that owns what the caller makes: the chosen one, else the first in which they
   * may. A problem (403) if there is none.
   */
  public UUID organisation() {
    if (chosen != null) {
      requireScope(chosen);
      return chosen;
    }
    return memberships.stream()
        .filter(membership -> membership.role().covers(OrganisationRole.EDITOR))
        .findFirst()
        .map(Membership::id)
        .orElseThrow(() -> AccessProblems.roleTooLow(OrganisationRole.EDITOR));
  }

  /** The organisations that the caller belongs to. */
  List<Membership> memberships() {
    return memberships;
  }

  private Scope scope(OrganisationRole needed) {
    if (seesAll(token.getGroups())) {
      return chosen == null ? new Scope.Everybody() : new Scope.Organisations(Set.of(chosen));
    }
    return new Scope.Organisations(
        memberships.stream()
            .filter(membership -> membership.role().covers(needed))
            .map(Membership::id)
            .filter(id -> chosen == null || chosen.equals(id))
            .collect(toUnmodifiableSet()));
  }

  /** Operators do; services do, unless they also say that they are a person. */
  static boolean seesAll(Set<String> groups) {
    return groups.contains(Roles.OPERATOR)
        || groups.contains(Roles.SERVICE)
            && !groups.contains(Roles.MARKETER)
            && !groups.contains(Roles.MERCHANT);
  }
}
