/** Whose Slack channels are, and so the files that are shared in them. */
@NullMarked
package io.daybreak.uploads.channel;

import org.jspecify.annotations.NullMarked;
