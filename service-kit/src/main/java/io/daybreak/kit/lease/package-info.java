/** What one process of the cluster does at a time. */
@NullMarked
package io.daybreak.kit.lease;

import org.jspecify.annotations.NullMarked;
