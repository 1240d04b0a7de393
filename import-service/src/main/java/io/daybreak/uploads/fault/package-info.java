/** What can be wrong with an upload, and the words in which people are told. */
@NullMarked
package io.daybreak.uploads.fault;

import org.jspecify.annotations.NullMarked;
