package io.vmsh.cli;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole numbers as C's {@code strtol} reads them, when nothing may be left over. */
final class CNumber {
    private static final Pattern FORM =
            Pattern.compile("[ \\t\\n\\x0B\\f\\r]*([+-]?)(0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+)");

    private CNumber() {}

    /**
     * A number that fits an {@code int}.
     *
     * @param base 10; or 0, where {@code 0x} and {@code 0} in front mean 16 and 8
     */
    static OptionalInt parse(String word, int base) {
        Matcher matcher = FORM.matcher(word);
        if (!matcher.matches() || (base == 10 && matcher.group(2) != null)) {
            return OptionalInt.empty();
        }
        String digits = matcher.group(3);
        int radix = matcher.group(2) != null ? 16 : base == 0 && digits.startsWith("0") ? 8 : 10;
        try {
            return OptionalInt.of(Integer.parseInt(matcher.group(1) + digits, radix));
        } catch (NumberFormatException malformed) {
            return OptionalInt.empty();
        }
    }
}
