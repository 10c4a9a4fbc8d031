package io.vmsh.spec;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as virsh's options take them: base 10, optional sign, no suffix; sizes with libvirt's units. */
final class Numbers {
    private static final String MALFORMED = "Numeric value '%s' for <%s> option is malformed or out of range";
    private static final String MALFORMED_SIZE =
            "Scaled numeric value '%s' for <%s> option is malformed or out of range";
    private static final Pattern INTEGER = Pattern.compile("[ \\t\\n\\x0B\\f\\r]*([+-]?[0-9]+)");
    private static final Pattern SCALED = Pattern.compile("[ \\t\\n\\x0B\\f\\r]*([+-]?[0-9]+)([A-Za-z]*)");
    private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);
    /** Unit letter to the power of 1000 or 1024. */
    private static final Map<String, Integer> POWERS = Map.of("k", 1, "m", 2, "g", 3, "t", 4, "p", 5, "e", 6);

    private Numbers() {}

    static int signed32(String word) {
        return within(word, BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    static int unsigned32(String word) {
        return within(word, BigInteger.ZERO, BigInteger.valueOf(0xffff_ffffL)).intValue();
    }

    static long signed64(String word) {
        return within(word, BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    static long unsigned64(String word) {
        return within(word, BigInteger.ZERO, UNSIGNED_LIMIT.subtract(BigInteger.ONE))
                .longValue();
    }

    /** As C's {@code strtoul}: a minus takes the number from two to the power of 64. */
    static long wrapped64(String word) {
        BigInteger most = UNSIGNED_LIMIT.subtract(BigInteger.ONE);
        return within(word, most.negate(), most).longValue();
    }

    static long scaled(String word, long bareUnit) {
        Matcher matcher = SCALED.matcher(word);
        if (!matcher.matches() || matcher.group(1).startsWith("-")) {
            throw new BadValueException(MALFORMED_SIZE);
        }
        BigInteger bytes = new BigInteger(matcher.group(1)).multiply(unit(matcher.group(2), bareUnit));
        if (bytes.compareTo(UNSIGNED_LIMIT) >= 0) {
            throw new BadValueException(MALFORMED_SIZE);
        }
        return bytes.longValue();
    }

    private static BigInteger unit(String suffix, long bareUnit) {
        String lower = suffix.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return BigInteger.valueOf(bareUnit);
        }
        if (lower.equals("b") || lower.equals("byte") || lower.equals("bytes")) {
            return BigInteger.ONE;
        }
        Integer power = POWERS.get(lower.substring(0, 1));
        if (power == null) {
            throw new BadValueException(MALFORMED_SIZE);
        }
        return switch (lower.substring(1)) {
            case "", "ib" -> BigInteger.valueOf(1024).pow(power);
            case "b" -> BigInteger.valueOf(1000).pow(power);
            default -> throw new BadValueException(MALFORMED_SIZE);
        };
    }

    private static BigInteger within(String word, BigInteger least, BigInteger most) {
        Matcher matcher = INTEGER.matcher(word);
        if (matcher.matches()) {
            BigInteger number = new BigInteger(matcher.group(1));
            if (number.compareTo(least) >= 0 && number.compareTo(most) <= 0) {
                return number;
            }
        }
        throw new BadValueException(MALFORMED);
    }
}
