/**
 * Looks whether everything outside of a service is as its work will need it, and changes nothing.
 */
@NullMarked
package io.daybreak.kit.doctor;

import org.jspecify.annotations.NullMarked;
