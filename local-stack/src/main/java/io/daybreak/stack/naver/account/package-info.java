/** Generated advertising accounts: API keys, campaigns, ad groups, keywords and ads. */
@NullMarked
package io.daybreak.stack.naver.account;

import org.jspecify.annotations.NullMarked;
