package io.daybreak.stack.command;

import io.daybreak.stack.access.Person;
import io.daybreak.stack.run.CurlLines;
import io.daybreak.stack.run.OutsideWorld;
import io.daybreak.stack.run.Stack;
import io.daybreak.stack.run.Workspace;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What a person needs to know of a running stack, on one page. */
final class StackPage {

  private final PrintWriter out;
  private final Ansi ansi;

  StackPage(CommandLine line) {
    this.out = line.getOut();
    this.ansi = line.getColorScheme().ansi();
  }

  void print(Stack stack, Workspace workspace) {
    heading("Services");
    if (stack.services().isEmpty()) {
      line("none", "start one yourself with SMALLRYE_CONFIG_LOCATIONS=…, see settings below");
    }
    for (ServiceProcess service : stack.services()) {
      line(
          service.launch().title(),
          "%s   process %d".formatted(service.launch().url(), service.processId()));
    }
    outside(stack.outside());
    heading("Settings of the services");
    for (ServiceName service : ServiceName.values()) {
      line(service.module(), stack.folder().settingsOf(service).toString());
    }
    heading("Tokens, good for a day");
    for (Person person : List.of(Person.MARKETER, Person.MERCHANT, Person.OPERATOR)) {
      line(person.subject(), stack.tokenFor(person));
    }
    heading("To try");
    CurlLines.of(stack).forEach(curl -> out.println("  " + curl));
    out.println();
    out.println("All of it is in " + workspace.stackFile() + ", logs in " + stack.folder().logs());
    out.println(ansi.string("@|bold Ctrl-C stops everything.|@"));
    out.flush();
  }

  private void outside(OutsideWorld outside) {
    heading("Outside world");
    line("NAVER simulator", outside.simulators().naver().url().toString());
    line("Google Sheets simulator", outside.simulators().sheets().url().toString());
    line("SQS", outside.queues().endpoint().toString());
    line("Shopify simulator", outside.simulators().shopify().baseUrl().toString());
    line("SMTP, with STARTTLS", "127.0.0.1:" + outside.mail().smtp().port());
    line("Mails that arrived", outside.mail().page().toString());
    for (ServiceName service : ServiceName.values()) {
      String name = service.shortName();
      line(
          "PostgreSQL, " + name,
          outside.databases().jdbcUrl(name) + "?user=" + name + "&password=" + name);
    }
  }

  private void heading(String text) {
    out.println();
    out.println(ansi.string("@|bold " + text + "|@"));
  }

  private void line(String name, String value) {
    out.printf("  %-24s %s%n", name, value);
  }
}
