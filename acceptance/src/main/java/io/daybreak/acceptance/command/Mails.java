package io.daybreak.acceptance.command;

import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.acceptance.terminal.TextTable;
import io.daybreak.simulators.mail.ArrivedMail;
import io.daybreak.simulators.mail.MailText;
import io.daybreak.stack.start.Workspace;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./daybreak mails}: what the running stack's mail server took. */
@Command(
    name = "mails",
    description = "List the mails that arrived in the running stack, or show one of them.",
    mixinStandardHelpOptions = true)
public final class Mails implements Callable<Integer> {

  private static final int WIDEST = 60;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "One mail, as text.")
  private @Nullable Integer number;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Screen screen = new Screen(spec.commandLine());
    Path file = Workspace.ofThisProcess().stackFile();
    if (!Files.exists(file)) {
      screen.wrong("Nothing is running: start it with ./daybreak up");
      return 1;
    }
    var stack = new JsonObject(Files.readString(file));
    URI page = URI.create(stack.getJsonObject("outside").getString("mails"));
    List<ArrivedMail> mails = arrived(page);
    return number == null ? list(screen, mails, page) : show(screen, mails, number);
  }

  private static int list(Screen screen, List<ArrivedMail> mails, URI page) {
    TextTable table =
        new TextTable(
            List.of(
                TextTable.Column.of("#"),
                TextTable.Column.of("to"),
                TextTable.Column.of("order"),
                new TextTable.Column(List.of("subject"), WIDEST, false)));
    mails.forEach(
        mail ->
            table.row(
                List.of(
                    Integer.toString(mail.number()),
                    mail.recipient(),
                    mail.order(),
                    mail.subject())));
    table.lines().forEach(screen::line);
    screen.line("");
    screen.line("%d arrived; the same in a browser: %s".formatted(mails.size(), page));
    return 0;
  }

  private static int show(Screen screen, List<ArrivedMail> mails, int number) {
    Optional<ArrivedMail> wanted =
        mails.stream().filter(mail -> mail.number() == number).findFirst();
    if (wanted.isEmpty()) {
      screen.wrong("There is no mail %d: %d arrived".formatted(number, mails.size()));
      return 1;
    }
    new MailText(wanted.get()).lines().forEach(screen::line);
    return 0;
  }

  private static List<ArrivedMail> arrived(URI page) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    return new JsonObject(answer.body())
        .getJsonArray("mails").stream().map(JsonObject.class::cast).map(ArrivedMail::of).toList();
  }
}
