/** Long runs in Kubernetes Jobs: starting them, watching them, and what runs inside of them. */
@NullMarked
package io.daybreak.imports.job;

import org.jspecify.annotations.NullMarked;
