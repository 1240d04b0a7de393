/** S3, as far as uploads need it: objects, multipart uploads, lists; checksums are verified. */
@NullMarked
package io.daybreak.simulators.s3;

import org.jspecify.annotations.NullMarked;
