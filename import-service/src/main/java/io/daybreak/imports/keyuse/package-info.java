/** Whether API keys work at NAVER, and how much of its allowance they use. */
@NullMarked
package io.daybreak.imports.keyuse;

import org.jspecify.annotations.NullMarked;
