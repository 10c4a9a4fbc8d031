package io.vmsh.shell;

import io.vmsh.cli.OptionLine;
import io.vmsh.cli.Setup;
import io.vmsh.cli.Surroundings;
import io.vmsh.render.Printer;
import io.vmsh.render.Printers;
import io.vmsh.render.Theme;

/**
 * What the option line says about the shell.
 *
 * @param printer the form of results
 * @param quiet no banner, and no blank line after a statement
 * @param timing the time a statement took in place of the blank line
 * @param color whether colours are welcome; a terminal that has none gets none
 */
public record ShellSettings(Printer printer, boolean quiet, boolean timing, boolean color) {
    static ShellSettings of(Setup setup) {
        OptionLine options = setup.options();
        Surroundings surroundings = setup.surroundings();
        Theme theme = Theme.of(options.color(), surroundings.terminals().out(), surroundings.environment());
        return new ShellSettings(
                Printers.of(options.output(), options.quiet()),
                options.quiet(),
                options.timing(),
                theme == Theme.COLOURED);
    }
}
