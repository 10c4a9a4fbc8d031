/** The commands that run scripts. */
@NullMarked
package io.vmsh.command.script;

import org.jspecify.annotations.NullMarked;
