package io.vmsh.command;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Sizes as virsh writes them for people: {@code 100.00 GiB}. */
public final class ByteSize {
    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final BigInteger STEP = BigInteger.valueOf(1024);

    private ByteSize() {}

    /**
     * The size in the largest unit that it holds one of, with two decimals.
     *
     * @param bytes 64 bits without sign
     */
    public static String text(long bytes) {
        return text(bytes, 2);
    }

    /** The same with another number of decimals. */
    public static String text(long bytes, int decimals) {
        BigInteger size = unsigned(bytes);
        BigInteger divisor = BigInteger.ONE;
        int unit = 0;
        while (unit < UNITS.size() - 1 && size.compareTo(divisor.multiply(STEP)) >= 0) {
            divisor = divisor.multiply(STEP);
            unit++;
        }
        // Through a double and with ties to the even digit, as printf in C does it.
        BigDecimal value = new BigDecimal(size.doubleValue() / divisor.doubleValue());
        return value.setScale(decimals, RoundingMode.HALF_EVEN) + " " + UNITS.get(unit);
    }

    /** The number of 64 bits without sign. */
    public static BigInteger unsigned(long bytes) {
        return new BigInteger(Long.toUnsignedString(bytes));
    }
}
