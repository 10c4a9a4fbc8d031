/** What surrounds a migration: explanations and fixes, the small changes that make one possible, and scripts. */
@NullMarked
package io.vmsh.command.migration;

import org.jspecify.annotations.NullMarked;
