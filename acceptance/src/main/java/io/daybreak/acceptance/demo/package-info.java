/** The demo: one import from the request to the rows, and the proof that the rows are right. */
@NullMarked
package io.daybreak.acceptance.demo;

import org.jspecify.annotations.NullMarked;
