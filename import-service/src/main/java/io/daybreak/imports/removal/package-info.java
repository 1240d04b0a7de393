/** Taking back what an organisation has: a key, an ad account, or everything. */
@NullMarked
package io.daybreak.imports.removal;

import org.jspecify.annotations.NullMarked;
