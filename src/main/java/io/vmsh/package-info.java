/** vmsh: a shell for operators of libvirt hosts. */
@NullMarked
package io.vmsh;

import org.jspecify.annotations.NullMarked;
