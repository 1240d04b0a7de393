/** Slack's events on their way to the app: signed, and repeated as Slack repeats them. */
@NullMarked
package io.daybreak.simulators.slack.event;

import org.jspecify.annotations.NullMarked;
