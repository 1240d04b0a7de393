/** What a request may say: parsed strictly, the same way in every service, or refused. */
@NullMarked
package io.daybreak.kit.request;

import org.jspecify.annotations.NullMarked;
