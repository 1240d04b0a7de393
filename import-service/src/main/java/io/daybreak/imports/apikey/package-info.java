/** API keys that people share, their ad accounts, and the only way to their secrets. */
@NullMarked
package io.daybreak.imports.apikey;

import org.jspecify.annotations.NullMarked;
