package io.daybreak.kit.deadletter;

import java.util.List;

/**
 * A page of letters, the newest first, without their bodies.
 *
 * @param page number of the page, from 0
 * @param size letters a page has at most
 * @param total letters on all pages
 */
public record DeadLetterPage(List<DeadLetterView> items, int page, int size, long total) {}
