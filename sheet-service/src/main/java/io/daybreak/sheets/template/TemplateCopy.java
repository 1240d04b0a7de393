package io.daybreak.sheets.template;

/**
 * A copy of a template's tab.
 *
 * @param tab sheet id of the copy
 * @param named whether it was given its title
 */
record TemplateCopy(int tab, boolean named) {}
