/** Generated advertising accounts: API keys, campaigns, ad groups, keywords and ads. */
@NullMarked
package io.daybreak.simulators.naver.account;

import org.jspecify.annotations.NullMarked;
