/** The only place that calls libvirt: JNA interfaces per area, and the ports of {@code io.vmsh.hypervisor} on top of them. */
@NullMarked
package io.vmsh.libvirt;

import org.jspecify.annotations.NullMarked;
