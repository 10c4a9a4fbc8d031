/** What every command shares: {@link Command}, the {@link Call} it is given, the {@link Result} it returns. */
@NullMarked
package io.vmsh.command;

import org.jspecify.annotations.NullMarked;
