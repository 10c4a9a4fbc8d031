/** Where the process starts: which way to run is chosen here, and nothing else. */
@NullMarked
package io.vmsh;

import org.jspecify.annotations.NullMarked;
