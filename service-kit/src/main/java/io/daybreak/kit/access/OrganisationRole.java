package io.daybreak.kit.access;

/** What a person may do in an organisation, from least to most. */
public enum OrganisationRole {

  /** Sees everything of the organisation and changes nothing. */
  VIEWER,

  /** Makes, changes and removes things of the organisation. */
  EDITOR,

  /** Also says who belongs to it, and may delete it. */
  OWNER;

  /** Whether this role may do what another may. */
  public boolean covers(OrganisationRole other) {
    return compareTo(other) >= 0;
  }
}
