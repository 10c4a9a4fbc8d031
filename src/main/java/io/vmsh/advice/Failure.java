package io.vmsh.advice;

import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.Session;
import io.vmsh.spec.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * A statement that failed.
 *
 * @param reason libvirt's error
 * @param session the session it ran on
 */
public record Failure(
        HypervisorException reason,
        Invocation statement,
        @Nullable Session session) {}
