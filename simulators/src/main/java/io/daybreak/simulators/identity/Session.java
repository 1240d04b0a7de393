package io.daybreak.simulators.identity;

import java.time.Instant;

/**
 * A person who has signed in.
 *
 * @param id the {@code sid} of the tokens
 * @param language of the page that the person signed in on
 * @param request what the application asked for
 * @param since when the person signed in
 */
record Session(
    String id, Account account, Language language, AuthorizationRequest request, Instant since) {}
