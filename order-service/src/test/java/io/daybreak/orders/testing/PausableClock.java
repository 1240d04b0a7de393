package io.daybreak.orders.testing;

import io.daybreak.kit.testing.HandNanoClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Lets a test stop the whole process for a while, as far as its claims can tell. */
@Alternative
@Priority(1)
@ApplicationScoped
public class PausableClock extends HandNanoClock {}
