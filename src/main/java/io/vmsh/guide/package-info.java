/**
 * Guides: ordered steps from how hosts are to how they should be. A step looks first and judges by what it saw, then
 * changes what is missing, then looks again; what was changed is written down, so that it can be taken back.
 */
@NullMarked
package io.vmsh.guide;

import org.jspecify.annotations.NullMarked;
