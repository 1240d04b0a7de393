package io.daybreak.imports.apikey;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Asks NAVER whether a key works, before anything of it is stored. */
public interface KeyTester {

  /** Whether NAVER is really asked, so that what is let through is proved. */
  boolean proves();

  /**
   * Fails with a problem that says what is wrong with the key, if anything is.
   *
   * @param wanted the key as a person typed it; its first ad account is asked for
   */
  Uni<Void> requireWorks(NewApiKey wanted);

  /**
   * The same for a key that is known, with another secret.
   *
   * @param secretKey the new secret
   */
  Uni<Void> requireWorks(UUID apiKeyId, String secretKey);
}
