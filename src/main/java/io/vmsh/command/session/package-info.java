/** Opening, choosing and closing sessions, and doing one thing on many. */
@NullMarked
package io.vmsh.command.session;

import org.jspecify.annotations.NullMarked;
