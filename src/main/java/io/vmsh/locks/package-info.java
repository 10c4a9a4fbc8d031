/** How hosts lock disks: what their configuration says, what each lock is called, and who holds it. */
@NullMarked
package io.vmsh.locks;

import org.jspecify.annotations.NullMarked;
