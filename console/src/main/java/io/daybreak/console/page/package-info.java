/** The pages, all of them one document that the browser fills. */
@NullMarked
package io.daybreak.console.page;

import org.jspecify.annotations.NullMarked;
