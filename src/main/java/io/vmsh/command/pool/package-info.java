/** Storage pools. */
@NullMarked
package io.vmsh.command.pool;

import org.jspecify.annotations.NullMarked;
