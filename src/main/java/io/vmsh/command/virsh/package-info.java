/** The shell's own commands. */
@NullMarked
package io.vmsh.command.virsh;

import org.jspecify.annotations.NullMarked;
