package io.vmsh.command;

import io.vmsh.advice.Advice;
import io.vmsh.advice.ExitCode;
import io.vmsh.advice.Problem;
import io.vmsh.hypervisor.HypervisorException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command that failed: its own sentences, libvirt's error behind them, and what it had to show before. */
public final class CommandFailure extends RuntimeException {
    private final List<String> lines;
    private final @Nullable HypervisorException reason;
    private final @Nullable Result shown;
    private final transient @Nullable Advice advice;
    private final int exitCode;
    /** Whether libvirt's sentence is told too. */
    private final boolean reasonTold;

    private CommandFailure(List<String> lines, @Nullable HypervisorException reason, @Nullable Result shown) {
        this(lines, reason, shown, null, ExitCode.FAILED, true);
    }

    private CommandFailure(
            List<String> lines,
            @Nullable HypervisorException reason,
            @Nullable Result shown,
            @Nullable Advice advice,
            int exitCode,
            boolean reasonTold) {
        super(String.join("; ", lines), reason);
        this.lines = List.copyOf(lines);
        this.reason = reason;
        this.shown = shown;
        this.advice = advice;
        this.exitCode = exitCode;
        this.reasonTold = reasonTold;
    }

    /** The failure of a statement within the command's own. */
    public static CommandFailure of(Problem problem) {
        return new CommandFailure(problem.lines(), null, null, problem.advice(), problem.exitCode(), true);
    }

    /** A failure of the command's own. */
    public static CommandFailure of(String line, Object... values) {
        return new CommandFailure(List.of(values.length == 0 ? line : line.formatted(values)), null, null);
    }

    /** A failure whose own sentence says all that libvirt's would. */
    public static CommandFailure insteadOf(HypervisorException reason, String line, Object... values) {
        return new CommandFailure(List.of(line.formatted(values)), reason, null, null, ExitCode.FAILED, false);
    }

    /** A failure with libvirt's reason for it. */
    public static CommandFailure because(HypervisorException reason, String line, Object... values) {
        return new CommandFailure(List.of(line.formatted(values)), reason, null);
    }

    /** A failure of several sentences, libvirt's reason after them. */
    public static CommandFailure because(HypervisorException reason, List<String> lines) {
        return new CommandFailure(lines, reason, null);
    }

    /** A failure of several sentences. */
    public static CommandFailure of(List<String> lines) {
        return new CommandFailure(lines, null, null);
    }

    /** A failure that what the command has shown says enough about. */
    public static CommandFailure silent() {
        return new CommandFailure(List.of(), null, null);
    }

    /** libvirt's reason alone. */
    public static CommandFailure of(HypervisorException reason) {
        return new CommandFailure(List.of(), reason, null);
    }

    /** Does something; if libvirt refuses, fails with this sentence before libvirt's. */
    public static <T> T saying(String line, Supplier<T> action) {
        try {
            return action.get();
        } catch (HypervisorException reason) {
            throw new CommandFailure(List.of(line), reason, null);
        }
    }

    /** Does something; if libvirt refuses, fails with this sentence before libvirt's. */
    public static void saying(String line, Runnable action) {
        try {
            action.run();
        } catch (HypervisorException reason) {
            throw new CommandFailure(List.of(line), reason, null);
        }
    }

    /** The same failure, after another sentence. */
    public CommandFailure preceded(String line) {
        List<String> all = new ArrayList<>();
        all.add(line);
        all.addAll(lines);
        return new CommandFailure(all, reason, shown, advice, exitCode, reasonTold);
    }

    /** The same failure, before another sentence. */
    public CommandFailure followed(String line) {
        List<String> all = new ArrayList<>(lines);
        all.add(line);
        return new CommandFailure(all, reason, shown, advice, exitCode, reasonTold);
    }

    /** The same failure with another exit code than virsh's. */
    public CommandFailure exiting(int code) {
        return new CommandFailure(lines, reason, shown, advice, code, reasonTold);
    }

    /** The same failure, after something that is still to be shown. */
    public CommandFailure after(Result result) {
        return new CommandFailure(lines, reason, result, advice, exitCode, reasonTold);
    }

    /** The sentences to print after {@code error: }, libvirt's last. */
    public List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (reason != null && reasonTold) {
            all.add(reason.message());
        }
        return List.copyOf(all);
    }

    public int exitCode() {
        return exitCode;
    }

    public @Nullable HypervisorException reason() {
        return reason;
    }

    /** What the command had to show before it failed. */
    public @Nullable Result shown() {
        return shown;
    }

    /** What is known about the cause already. */
    public @Nullable Advice advice() {
        return advice;
    }
}
