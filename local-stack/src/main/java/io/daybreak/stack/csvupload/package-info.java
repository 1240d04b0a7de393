/** CSV uploads of any size and number, and what becomes of them. */
@NullMarked
package io.daybreak.stack.csvupload;

import org.jspecify.annotations.NullMarked;
