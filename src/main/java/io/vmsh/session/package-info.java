/** Named connections to hypervisors and the ways to name them. */
@NullMarked
package io.vmsh.session;

import org.jspecify.annotations.NullMarked;
