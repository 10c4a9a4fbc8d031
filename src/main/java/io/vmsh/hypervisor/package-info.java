/** What vmsh needs from a hypervisor, as interfaces and records. Nothing here knows how libvirt is called. */
@NullMarked
package io.vmsh.hypervisor;

import org.jspecify.annotations.NullMarked;
