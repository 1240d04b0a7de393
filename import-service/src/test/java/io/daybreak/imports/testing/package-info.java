/** What the tests of this service share: stand-ins for NAVER and sheet-service, and a client. */
@NullMarked
package io.daybreak.imports.testing;

import org.jspecify.annotations.NullMarked;
