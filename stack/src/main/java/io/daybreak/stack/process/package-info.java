/** Child processes that never outlive the process that started them, and ports to start them on. */
@NullMarked
package io.daybreak.stack.process;

import org.jspecify.annotations.NullMarked;
