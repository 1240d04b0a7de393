package io.daybreak.imports.naver;

import org.jspecify.annotations.Nullable;

/**
 * An ad account that a key may read.
 *
 * @param customerId the number that calls are about; NAVER's newer account number is another one
 * @param managerAccountNo the manager account through which it is reached; null if directly
 */
public record ReachableAccount(String customerId, String name, @Nullable String managerAccountNo) {}
