package io.daybreak.kit.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token must say of whom and what it was issued for, beyond what its signature proves. One
 * that does not is refused (401) before any role counts.
 */
@ApplicationScoped
class TokenRules implements SecurityIdentityAugmentor {

  /** Longest {@code sub}, in characters: OpenID Connect Core 1.0, section 2. */
  private static final int LONGEST_SUBJECT = 255;

  private final Set<String> types;
  private final @Nullable Set<String> parties;
  private final boolean idTokens;
  private final long longestLife;
  private final ObjectMapper json;

  TokenRules(TokenSettings settings, ObjectMapper json) {
    this.types =
        settings.types().stream()
            .map(type -> type.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    this.parties = settings.authorizedParties().map(Set::copyOf).orElse(null);
    this.idTokens = settings.idTokens();
    this.longestLife = settings.longestLife().toSeconds();
    this.json = json;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof JsonWebToken token && !counts(token)
        ? Uni.createFrom().failure(new AuthenticationFailedException("The token is not for us"))
        : Uni.createFrom().item(identity);
  }

  private boolean counts(JsonWebToken token) {
    return names(token.getSubject())
        && lives(token)
        && isOfType(headerType(token))
        && isOfType(text(token, "typ"))
        && (idTokens || !token.containsClaim("nonce") && !token.containsClaim("at_hash"))
        && isOfKnownParty(token);
  }

  private static boolean names(@Nullable String subject) {
    return subject != null
        && !subject.isBlank()
        && subject.length() <= LONGEST_SUBJECT
        && subject.chars().noneMatch(Character::isISOControl);
  }

  private boolean lives(JsonWebToken token) {
    long issued = token.getIssuedAtTime();
    return issued > 0 && token.getExpirationTime() - issued <= longestLife;
  }

  private boolean isOfType(@Nullable String type) {
    return type == null || types.contains(type.toLowerCase(Locale.ROOT));
  }

  private boolean isOfKnownParty(JsonWebToken token) {
    if (parties == null) {
      return true;
    }
    List<String> named =
        Stream.of("azp", "client_id", "appid")
            .filter(token::containsClaim)
            .map(claim -> String.valueOf(text(token, claim)))
            .toList();
    return !named.isEmpty() && parties.containsAll(named);
  }

  private @Nullable String headerType(JsonWebToken token) {
    try {
      String header = token.getRawToken().split("\\.", 2)[0];
      JsonNode type = json.readTree(Base64.getUrlDecoder().decode(header)).get("typ");
      return type == null ? null : type.asText();
    } catch (IOException impossible) {
      throw new IllegalStateException("The header was read when its key was found", impossible);
    }
  }

  private static @Nullable String text(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    return value == null ? null : value.toString();
  }
}
