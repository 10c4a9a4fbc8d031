package io.vmsh.advice;

import io.vmsh.hypervisor.HypervisorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure for a person.
 *
 * @param lines what virsh would print after {@code error: }, a line each
 * @param cause libvirt's error, if one is behind it
 * @param advice what is known about the cause, if anything is
 * @param exitCode the process's exit code when this ends it
 */
public record Problem(
        List<String> lines,
        @Nullable HypervisorException cause,
        @Nullable Advice advice,
        int exitCode) {
    public Problem {
        lines = List.copyOf(lines);
    }

    /** A failure without an explanation, with virsh's exit code. */
    public static Problem of(List<String> lines, @Nullable HypervisorException cause) {
        return new Problem(lines, cause, null, ExitCode.FAILED);
    }

    /** The same problem, explained. */
    public Problem explained(Advice found) {
        return new Problem(lines, cause, found, exitCode);
    }

    /** The same problem with another exit code. */
    public Problem exiting(int code) {
        return new Problem(lines, cause, advice, code);
    }
}
