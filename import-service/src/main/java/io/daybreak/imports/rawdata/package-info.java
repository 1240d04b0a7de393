/** Raw-data sets: what people define, and what they ask of it. */
@NullMarked
package io.daybreak.imports.rawdata;

import org.jspecify.annotations.NullMarked;
