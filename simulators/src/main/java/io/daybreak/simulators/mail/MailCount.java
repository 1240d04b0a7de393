package io.daybreak.simulators.mail;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.TreeMap;

/** How many mails a person got about an order; more than one is one too many. */
public record MailCount(String recipient, String order, int mails) {

  private record About(String recipient, String order) implements Comparable<About> {
    @Override
    public int compareTo(About other) {
      int byRecipient = recipient.compareTo(other.recipient);
      return byRecipient == 0 ? order.compareTo(other.order) : byRecipient;
    }
  }

  public static List<MailCount> of(List<ArrivedMail> mails) {
    var counts = new TreeMap<About, Integer>();
    mails.forEach(mail -> counts.merge(new About(mail.recipient(), mail.order()), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            entry ->
                new MailCount(entry.getKey().recipient(), entry.getKey().order(), entry.getValue()))
        .toList();
  }

  JsonObject toJson() {
    return new JsonObject().put("recipient", recipient).put("order", order).put("mails", mails);
  }
}
