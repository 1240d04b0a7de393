package io.daybreak.acceptance.browser;

import io.daybreak.simulators.identity.Account;
import io.daybreak.simulators.identity.Language;

/** Who comes, with which browser. */
record Visit(Account account, Language language, Device device, boolean dark) {

  /** In English, at a desk, by day. */
  static Visit of(Account account) {
    return new Visit(account, Language.ENGLISH, Device.DESKTOP, false);
  }

  Visit in(Language other) {
    return new Visit(account, other, device, dark);
  }

  Visit on(Device other) {
    return new Visit(account, language, other, dark);
  }

  Visit atNight() {
    return new Visit(account, language, device, true);
  }

  /** For names of files: {@code marketer-ko-phone}. */
  String title() {
    String name = account.person().subject() + "-" + language.tag();
    return (name + (device == Device.PHONE ? "-phone" : "") + (dark ? "-dark" : ""));
  }
}
