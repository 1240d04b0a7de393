/**
 * Proves the import from outside: the packaged services run as processes against the simulators,
 * whose journals and spreadsheets, and the services' databases, say what really happened.
 */
@NullMarked
package io.daybreak.acceptance;

import org.jspecify.annotations.NullMarked;
