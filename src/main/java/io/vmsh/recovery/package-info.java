/** What is left of a guest after a migration that broke: what each host has of it, what that means, and the way out. */
@NullMarked
package io.vmsh.recovery;

import org.jspecify.annotations.NullMarked;
