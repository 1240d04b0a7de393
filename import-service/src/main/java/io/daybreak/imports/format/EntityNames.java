package io.daybreak.imports.format;

/** Names of campaigns and ad groups, and the texts of keywords, by id. */
@FunctionalInterface
public interface EntityNames {

  /** The name, or an empty text where the entity no longer exists. */
  String nameOf(String id);
}
