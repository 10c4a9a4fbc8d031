/** What may come next at a place in a statement. Knows nothing of terminals. */
@NullMarked
package io.vmsh.completion;

import org.jspecify.annotations.NullMarked;
