/**
 * The queues, their dead-letter queues and their limits: the one list that services, local stack
 * and CloudFormation share.
 */
@NullMarked
package io.daybreak.contracts.queue;

import org.jspecify.annotations.NullMarked;
