package io.daybreak.acceptance.command;

import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.simulators.access.Person;
import io.daybreak.stack.embedded.LocalDatabases;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.start.CurlLines;
import io.daybreak.stack.start.OutsideWorld;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.Workspace;
import java.net.URI;
import java.util.List;

/** What a person needs to know of a running stack, on one page. */
final class StackPage {

  private final Screen screen;

  StackPage(Screen screen) {
    this.screen = screen;
  }

  void print(Stack stack, Workspace workspace) {
    stack.console().ifPresent(this::door);
    screen.heading("Services");
    if (stack.services().isEmpty()) {
      screen.pair(
          "none", "start one yourself with SMALLRYE_CONFIG_LOCATIONS=…, see settings below");
    }
    for (ServiceProcess service : stack.services()) {
      screen.pair(
          service.launch().title(),
          "%s   process %d".formatted(service.launch().url(), service.processId()));
    }
    outside(stack.outside());
    screen.heading("Settings of the services");
    for (ServiceName service : ServiceName.values()) {
      screen.pair(service.module(), stack.folder().settingsOf(service).toString());
    }
    screen.heading("Tokens, good for a day");
    for (Person person : List.of(Person.MARKETER, Person.MERCHANT, Person.OPERATOR)) {
      screen.pair(person.subject(), stack.tokenFor(person));
    }
    screen.heading("To try");
    CurlLines.of(stack).forEach(curl -> screen.line("  " + curl));
    screen.line("");
    screen.line("All of it is in " + workspace.stackFile() + ", logs in " + stack.folder().logs());
    screen.line(screen.bold("Ctrl-C stops everything."));
  }

  private void door(URI console) {
    screen.heading("Open " + console);
    screen.line("  and sign in as marketer, merchant or operator; nobody has a password");
  }

  private void outside(OutsideWorld outside) {
    screen.heading("Outside world");
    screen.pair("NAVER simulator", outside.simulators().naver().url().toString());
    screen.pair("Google Sheets simulator", outside.simulators().sheets().url().toString());
    screen.pair("SQS", outside.queues().endpoint().toString());
    screen.pair("Shopify simulator", outside.simulators().shopify().baseUrl().toString());
    screen.pair("Slack simulator", outside.simulators().slack().baseUrl().toString());
    screen.pair("S3 simulator", outside.simulators().s3().baseUrl().toString());
    screen.pair("Glue simulator", outside.simulators().glue().baseUrl().toString());
    screen.pair("Sign-in simulator", outside.simulators().signIn().url().toString());
    screen.pair("SMTP, with STARTTLS", "127.0.0.1:" + outside.mail().smtp().port());
    screen.pair("Mails that arrived", outside.mail().page().toString());
    for (String name : LocalDatabases.NAMES) {
      screen.pair(
          "PostgreSQL, " + name,
          outside.databases().jdbcUrl(name) + "?user=" + name + "&password=" + name);
    }
  }
}
