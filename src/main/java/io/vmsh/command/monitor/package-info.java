/** Looking at guests. */
@NullMarked
package io.vmsh.command.monitor;

import org.jspecify.annotations.NullMarked;
