/** Tells people, in the Slack channels of their organisation, that sets fail or are well again. */
@NullMarked
package io.daybreak.imports.telling;

import org.jspecify.annotations.NullMarked;
