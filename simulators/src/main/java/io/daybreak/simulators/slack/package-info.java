/** Slack: people share files in channels, the app is told, reads them and answers in threads. */
@NullMarked
package io.daybreak.simulators.slack;

import org.jspecify.annotations.NullMarked;
