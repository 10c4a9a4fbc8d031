/** The life of guests. */
@NullMarked
package io.vmsh.command.domain;

import org.jspecify.annotations.NullMarked;
