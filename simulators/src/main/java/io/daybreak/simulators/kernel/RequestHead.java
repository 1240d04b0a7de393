package io.daybreak.simulators.kernel;

import io.vertx.core.MultiMap;

/**
 * The part of a request that is known before its body.
 *
 * @param path as sent, without the query
 * @param query as sent, still encoded; empty if there is none
 * @param parameters the decoded query
 * @param remoteAddress the caller's IP address
 */
public record RequestHead(
    String method,
    String path,
    String query,
    MultiMap parameters,
    MultiMap headers,
    String remoteAddress) {}
