/** The real parts that stand in for the cloud's: PostgreSQL and SQS, inside one machine. */
@NullMarked
package io.daybreak.stack.embedded;

import org.jspecify.annotations.NullMarked;
