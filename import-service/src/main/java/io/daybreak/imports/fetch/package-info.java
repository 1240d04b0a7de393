/** One import from NAVER, from the first report ordered to the last chunk on the queue. */
@NullMarked
package io.daybreak.imports.fetch;

import org.jspecify.annotations.NullMarked;
