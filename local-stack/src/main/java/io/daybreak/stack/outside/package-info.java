/** The real parts that stand in for the cloud's: PostgreSQL, SQS and mail, inside one machine. */
@NullMarked
package io.daybreak.stack.outside;

import org.jspecify.annotations.NullMarked;
