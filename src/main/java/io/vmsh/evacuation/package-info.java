/** Who goes where when a host is emptied, and in which order: asks nobody and moves nothing. */
@NullMarked
package io.vmsh.evacuation;

import org.jspecify.annotations.NullMarked;
