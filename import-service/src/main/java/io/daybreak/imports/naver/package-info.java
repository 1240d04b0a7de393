/** The NAVER Search Ad API: signed calls at the pace of the budgets, each made exactly once. */
@NullMarked
package io.daybreak.imports.naver;

import org.jspecify.annotations.NullMarked;
