/** The world outside libvirt: name resolution, ports, and commands and files on a host. */
@NullMarked
package io.vmsh.probe;

import org.jspecify.annotations.NullMarked;
