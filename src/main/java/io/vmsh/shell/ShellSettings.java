package io.vmsh.shell;

import io.vmsh.render.Printer;

/**
 * What the option line says about the shell.
 *
 * @param printer the form of results
 * @param quiet no banner, and no blank line after a statement
 * @param timing the time a statement took in place of the blank line
 * @param color whether colours are welcome; a terminal that has none gets none
 */
public record ShellSettings(Printer printer, boolean quiet, boolean timing, boolean color) {}
