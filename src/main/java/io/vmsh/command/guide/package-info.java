/** Commands that walk guides, and look whether a pool is the same everywhere. */
@NullMarked
package io.vmsh.command.guide;

import org.jspecify.annotations.NullMarked;
