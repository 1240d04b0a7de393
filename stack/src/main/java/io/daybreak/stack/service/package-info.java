/**
 * The product's services as processes: what starts them, what they are told, when they are ready.
 */
@NullMarked
package io.daybreak.stack.service;

import org.jspecify.annotations.NullMarked;
