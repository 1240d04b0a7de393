package io.daybreak.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a token says of the organisations of its subject. */
@ApplicationScoped
class IssuerClaim {

  /** As long as a name may be in the table. */
  private static final int LONGEST_NAME = 100;

  private final @Nullable String claim;
  private final Pattern pattern;

  IssuerClaim(OrganisationSettings settings) {
    this.claim = settings.claim().orElse(null);
    this.pattern = Pattern.compile(settings.claimPattern());
  }

  /**
   * Roles by the identity provider's names of the organisations; the highest where it gives two.
   */
  Map<String, OrganisationRole> roles(JsonWebToken token) {
    Map<String, OrganisationRole> roles = new TreeMap<>();
    if (claim != null && token.getClaim(claim) instanceof Collection<?> values) {
      for (Object value : values) {
        Matcher named = pattern.matcher(text(value));
        if (named.matches() && named.group("organisation").length() <= LONGEST_NAME) {
          roles.merge(
              named.group("organisation"),
              OrganisationRole.valueOf(named.group("role").toUpperCase(Locale.ROOT)),
              BinaryOperator.maxBy(OrganisationRole::compareTo));
        }
      }
    }
    return roles;
  }

  /** Claims of lists come as JSON-P values; the groups claim as plain texts. */
  private static String text(Object value) {
    return value instanceof JsonString json ? json.getString() : value.toString();
  }
}
