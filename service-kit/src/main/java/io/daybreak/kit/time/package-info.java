/** The clock that a process reads; what several processes decide goes by the database's. */
@NullMarked
package io.daybreak.kit.time;

import org.jspecify.annotations.NullMarked;
