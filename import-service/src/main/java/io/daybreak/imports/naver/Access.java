package io.daybreak.imports.naver;

import io.daybreak.imports.apikey.NaverCredentials;

/**
 * Whose ad account a call is about, and with which key.
 *
 * @param customerId empty for calls about the key itself
 */
record Access(NaverCredentials credentials, String customerId) {}
