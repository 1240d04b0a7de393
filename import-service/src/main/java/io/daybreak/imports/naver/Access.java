package io.daybreak.imports.naver;

import io.daybreak.imports.apikey.NaverCredentials;

/** Whose ad account a call is about, and with which key. */
record Access(NaverCredentials credentials, String customerId) {}
