package io.daybreak.simulators.slack;

/**
 * The app as it is installed.
 *
 * @param botToken what it calls with
 * @param signingSecret what its events are signed with
 * @param botUser the user that the bot is
 */
public record SlackApp(String botToken, String signingSecret, String botUser) {

  /** The app of the local stack. */
  public static SlackApp local() {
    return new SlackApp("xoxb-local-daybreak", "local-signing-secret", "UBOT");
  }
}
