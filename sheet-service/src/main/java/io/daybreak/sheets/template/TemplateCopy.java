package io.daybreak.sheets.template;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a template's tab.
 *
 * @param tab sheet id of the copy; null while it is not known whether it was made
 * @param named whether it was given its title
 * @param tabsBefore sheet ids of the tabs that stood before it was made; empty where a version
 *     before this one made it
 * @param run who made it, or is about to; null where a version before this one made it
 * @param beingMade whether that run is alive and another one's
 */
record TemplateCopy(
    @Nullable Integer tab,
    boolean named,
    Set<Integer> tabsBefore,
    @Nullable UUID run,
    boolean beingMade) {

  TemplateCopy {
    tabsBefore = Set.copyOf(tabsBefore);
  }
}
