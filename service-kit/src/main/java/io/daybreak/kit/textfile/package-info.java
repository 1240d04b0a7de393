/**
 * A text file from a person: encoding, separator, line ends and letters found out and named, never
 * guessed silently; cells read as people and spreadsheets write them.
 */
@NullMarked
package io.daybreak.kit.textfile;

import org.jspecify.annotations.NullMarked;
