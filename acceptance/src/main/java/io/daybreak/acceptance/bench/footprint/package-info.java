/** What a service takes of a machine, on a JVM and as a native executable. */
@NullMarked
package io.daybreak.acceptance.bench.footprint;

import org.jspecify.annotations.NullMarked;
