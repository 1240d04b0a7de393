package io.daybreak.acceptance.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class of tests that share the one {@link World}: one class at a time, because they watch its
 * journals and break its parts, but side by side with classes that have a world of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorldExtension.class)
@ResourceLock("io.daybreak.acceptance.world.World")
public @interface InWorld {}
