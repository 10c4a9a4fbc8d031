package io.vmsh.libvirt;

import io.vmsh.hypervisor.HypervisorException;
import org.jspecify.annotations.Nullable;

/**
 * Turns libvirt's results into values or exceptions. libvirt keeps its last error per operating-system thread: call and
 * check must run on the same platform thread, with nothing in between.
 */
final class Failures {
    private Failures() {}

    /** A count or state, where -1 means failure. */
    static int check(int result) {
        if (result < 0) {
            throw last();
        }
        return result;
    }

    /** A pointer, where null means failure. */
    static <T> T check(@Nullable T pointer) {
        if (pointer == null) {
            throw last();
        }
        return pointer;
    }

    /** The failure of the call just made on this thread. */
    static HypervisorException last() {
        int code = ErrorApi.API.virGetLastErrorCode();
        int domain = ErrorApi.API.virGetLastErrorDomain();
        return new HypervisorException(code, domain, ErrorApi.API.virGetLastErrorMessage());
    }
}
