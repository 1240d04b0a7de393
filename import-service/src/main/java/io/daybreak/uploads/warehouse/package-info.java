/** Where cleaned files go: S3, and the Glue job that loads them. */
@NullMarked
package io.daybreak.uploads.warehouse;

import org.jspecify.annotations.NullMarked;
