/** Commands about a host and its hypervisor. */
@NullMarked
package io.vmsh.command.host;

import org.jspecify.annotations.NullMarked;
