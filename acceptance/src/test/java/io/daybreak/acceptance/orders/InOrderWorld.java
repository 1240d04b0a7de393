package io.daybreak.acceptance.orders;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A class of tests that share the one {@link OrderWorld}, one class at a time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OrderWorldExtension.class)
@ResourceLock("io.daybreak.acceptance.orders.OrderWorld")
@interface InOrderWorld {}
