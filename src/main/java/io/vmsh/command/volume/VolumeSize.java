package io.vmsh.command.volume;

import io.vmsh.command.CommandFailure;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.spec.BadValueException;
import io.vmsh.spec.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of volumes as virsh reads them: a number and perhaps a unit. */
final class VolumeSize {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("\\s*\\+?(\\d+)(.*)", Pattern.DOTALL);

    private VolumeSize() {}

    /**
     * The bytes that a size counts, as a decimal number of up to 64 bits.
     *
     * @throws CommandFailure in virsh's words, with libvirt's about the unit
     */
    static String bytes(String word) {
        try {
            return Long.toUnsignedString(Value.SIZE.reader().read(word));
        } catch (BadValueException malformed) {
            throw failure(word);
        }
    }

    private static CommandFailure failure(String word) {
        String line = "Malformed size %s";
        Matcher matcher = NUMBER_AND_UNIT.matcher(word);
        if (!matcher.matches() || matcher.group(2).isEmpty()) {
            return CommandFailure.of(line, word);
        }
        boolean known = isUnit(matcher.group(2));
        return CommandFailure.because(
                new HypervisorException(
                        known ? ErrorCode.OVERFLOW.number() : ErrorCode.INVALID_ARG.number(),
                        0,
                        known
                                ? "numerical overflow: value too large: " + matcher.group(1) + matcher.group(2)
                                : "invalid argument: unknown suffix '" + matcher.group(2) + "'"),
                line,
                word);
    }

    private static boolean isUnit(String unit) {
        try {
            Value.SIZE.reader().read("1" + unit);
            return true;
        } catch (BadValueException unknown) {
            return false;
        }
    }
}
