package io.daybreak.simulators.mail;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.daybreak.simulators.mail.smtp.SmtpCommand;
import io.daybreak.simulators.mail.smtp.SmtpFaultRule;
import io.daybreak.simulators.mail.smtp.SmtpFront;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /mails}: JSON for programs, a page for people; and the switches of the SMTP front. */
final class MailPage implements Simulation {

  private static final int MOST_ON_A_PAGE = 200;

  private final Mailbox mailbox;
  private final SmtpFront front;

  MailPage(Mailbox mailbox, SmtpFront front) {
    this.mailbox = mailbox;
    this.front = front;
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    return Map.of();
  }

  @Override
  public Answer answer(Call call) {
    return new Routes().get("/mails", this::mails).answer(call).orElseGet(() -> refusal(404));
  }

  private Answer mails(Call call) {
    @Nullable String accept = call.header("Accept");
    boolean person = accept != null && accept.contains("text/html");
    return new Answer.Later(() -> person ? page(mailbox.mails()) : json(mailbox.mails()));
  }

  private static Answer json(List<ArrivedMail> mails) {
    var list = new JsonArray();
    mails.forEach(mail -> list.add(mail.toJson()));
    var counts = new JsonArray();
    MailCount.of(mails).forEach(count -> counts.add(count.toJson()));
    return Answer.json(200, new JsonObject().put("mails", list).put("counts", counts));
  }

  private static Answer page(List<ArrivedMail> mails) {
    var rows = new StringBuilder();
    mails.stream()
        .skip(Math.max(0, mails.size() - MOST_ON_A_PAGE))
        .map(MailPage::row)
        .forEach(rows::append);
    long twice = MailCount.of(mails).stream().filter(count -> count.mails() > 1).count();
    return Answer.text(
        200,
        "text/html;charset=UTF-8",
        """
        <!doctype html><meta charset="utf-8"><title>Mails</title>
        <style>body{font:15px/1.5 system-ui;margin:2rem auto;max-width:60rem}
        td,th{text-align:left;padding:.3rem 1rem .3rem 0;vertical-align:top}
        pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem}</style>
        <h1>%d mails, %d sent twice</h1>
        <table><tr><th>#<th>To<th>Order<th>Subject and text</tr>
        %s</table>
        """
            .formatted(mails.size(), twice, rows));
  }

  private static String row(ArrivedMail mail) {
    return """
        <tr><td>%d<td>%s<td>%s<td><details><summary>%s</summary><pre>%s</pre></details></tr>
        """
        .formatted(
            mail.number(),
            escaped(mail.recipient()),
            escaped(mail.order()),
            escaped(mail.subject()),
            escaped(mail.text()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public Answer.Whole refusal(int status) {
    return Answer.text(status, "text/plain", "there is only /mails here\n");
  }

  @Override
  public Routes control() {
    return new Routes()
        .delete("/_sim/mails", this::clear)
        .get("/_sim/smtp", this::conversations)
        .post("/_sim/smtp/faults", this::addFaults)
        .delete("/_sim/smtp/faults", this::clearFaults);
  }

  private Answer clear(Call call) {
    mailbox.clear();
    return Answer.noContent();
  }

  private Answer conversations(Call call) {
    var commands = new JsonArray();
    front.journal().all().stream().map(SmtpCommand::toJson).forEach(commands::add);
    return Answer.json(200, commands);
  }

  /** A list of rules, added to those in force. */
  private Answer addFaults(Call call) {
    call.body().toJsonArray().stream()
        .map(rule -> SmtpFaultRule.of((JsonObject) rule))
        .forEach(front.faults()::add);
    return Answer.noContent();
  }

  private Answer clearFaults(Call call) {
    front.faults().clear();
    return Answer.noContent();
  }
}
