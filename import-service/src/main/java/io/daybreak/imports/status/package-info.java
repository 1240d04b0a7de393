/**
 * What people see of their imports: state, progress, place in the queue, and an honest end time.
 */
@NullMarked
package io.daybreak.imports.status;

import org.jspecify.annotations.NullMarked;
