/** Taking messages from SQS and putting them there, once each. */
@NullMarked
package io.daybreak.kit.queue;

import org.jspecify.annotations.NullMarked;
