/** Long lists, a page at a time. */
@NullMarked
package io.daybreak.imports.paging;

import org.jspecify.annotations.NullMarked;
