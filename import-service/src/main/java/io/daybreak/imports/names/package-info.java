/** Names of campaigns, ad groups and keywords: asked for by id, kept for a day. */
@NullMarked
package io.daybreak.imports.names;

import org.jspecify.annotations.NullMarked;
