/** What holds for the whole house, read from its sources: settings, problems, words, the map. */
@NullMarked
package io.daybreak.acceptance.house;

import org.jspecify.annotations.NullMarked;
