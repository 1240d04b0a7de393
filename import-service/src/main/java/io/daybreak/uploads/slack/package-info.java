/** Slack: its events proved genuine and recorded once, its Web API, its files. */
@NullMarked
package io.daybreak.uploads.slack;

import org.jspecify.annotations.NullMarked;
