/** What keeps one caller, known or not, from using up what all need. */
@NullMarked
package io.daybreak.kit.door;

import org.jspecify.annotations.NullMarked;
