package io.daybreak.simulators.identity;

import io.daybreak.simulators.kernel.Answer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person sees: three buttons, without a script and without anything inline. */
final class SignInPage {

  static final String STYLE_SHEET = "/sign-in.css";

  private static final Pattern CHOSEN_LANGUAGE = Pattern.compile("(^|&)ui_locales=[^&]*");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="%s">
      </head>
      <body>
      <main>
      <p class="product">Daybreak</p>
      %s</main>
      </body>
      </html>
      """;

  private static final String CHOICE =
      """
      <h1>%s</h1>
      <p>%s</p>
      <form method="post" action="/sign-in?%s">
      %s</form>
      <p class="language"><a href="/authorize?%s" lang="%s" hreflang="%s">%s</a></p>
      """;

  private static final String BUTTON =
      """
      <button name="account" value="%s">
      <span class="name">%s</span> <span class="can">%s</span>
      </button>
      """;

  private SignInPage() {}

  /**
   * @param query of the request, which the person's answer repeats
   */
  static Answer ask(String query, AuthorizationRequest request, Language language) {
    SignInWords words = SignInWords.in(language);
    String buttons =
        Arrays.stream(Account.values())
            .map(account -> button(account, language, words))
            .collect(Collectors.joining());
    Language other = language.other();
    String content =
        CHOICE.formatted(
            words.title(),
            words.explanation(),
            escaped(query(query, language)),
            buttons,
            escaped(query(query, other)),
            other.tag(),
            other.tag(),
            SignInWords.in(other).languageName());
    // The form's answer sends the browser on, which the policy has to allow as well.
    return page(200, language, words.title(), content, "'self' " + request.redirect().origin());
  }

  /** A request that nobody may be sent back from. */
  static Answer refused(Refused refused, Language language) {
    SignInWords words = SignInWords.in(language);
    String content =
        "<h1>%s</h1>\n<p><code>%s</code> %s</p>\n"
            .formatted(words.refused(), refused.error(), escaped(refused.description()));
    return page(400, language, words.refused(), content, "'none'");
  }

  /** Where a person is after signing out, if the application does not take the browser back. */
  static Answer signedOut(Language language) {
    SignInWords words = SignInWords.in(language);
    return page(
        200, language, words.signedOut(), "<h1>%s</h1>\n".formatted(words.signedOut()), "'none'");
  }

  private static String button(Account account, Language language, SignInWords words) {
    return BUTTON.formatted(account.person().subject(), account.name(language), words.can(account));
  }

  private static Answer page(
      int status, Language language, String title, String content, String formAction) {
    return Answer.text(
            status,
            "text/html;charset=UTF-8",
            PAGE.formatted(language.tag(), title, STYLE_SHEET, content))
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
                + "frame-ancestors 'none'; form-action "
                + formAction)
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff");
  }

  /** The same request in another language. */
  private static String query(String query, Language language) {
    return CHOSEN_LANGUAGE.matcher(query).replaceAll("") + "&ui_locales=" + language.tag();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
