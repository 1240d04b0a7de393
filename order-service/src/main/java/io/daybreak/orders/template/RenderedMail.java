package io.daybreak.orders.template;

/** A mail's words, as text and as HTML of the same content. */
public record RenderedMail(String subject, String text, String html) {}
