/** One-shot runs, as virsh does them: the option line, statements from arguments, printing, exit code. No Spring here. */
@NullMarked
package io.vmsh.cli;

import org.jspecify.annotations.NullMarked;
