/** Commands about virtual networks. */
@NullMarked
package io.vmsh.command.network;

import org.jspecify.annotations.NullMarked;
