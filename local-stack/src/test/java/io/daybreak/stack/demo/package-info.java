/** Proves that the demo's proof would notice a wrong sheet. */
@NullMarked
package io.daybreak.stack.demo;

import org.jspecify.annotations.NullMarked;
