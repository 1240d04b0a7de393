/** Proves that the demo's proof would notice a wrong sheet. */
@NullMarked
package io.daybreak.acceptance.demo;

import org.jspecify.annotations.NullMarked;
