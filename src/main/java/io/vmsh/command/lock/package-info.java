/** Commands about what keeps a disk from being written by two guests. */
@NullMarked
package io.vmsh.command.lock;

import org.jspecify.annotations.NullMarked;
