package io.daybreak.orders.shop;

import io.quarkus.qute.TemplateData;
import java.util.Locale;

/** The languages the product's own texts exist in. */
@TemplateData
public enum Language {
  KO(Locale.KOREAN),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The language's code, such as {@code ko}. */
  public String tag() {
    return locale.getLanguage();
  }
}
