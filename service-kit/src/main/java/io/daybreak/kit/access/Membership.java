package io.daybreak.kit.access;

import java.util.UUID;

/**
 * An organisation that the caller belongs to.
 *
 * @param personal whether it began as the caller's organisation of one
 * @param fromIssuer whether the identity provider says so, in the token; then people are added and
 *     removed there
 */
public record Membership(
    UUID id, String name, OrganisationRole role, boolean personal, boolean fromIssuer) {}
