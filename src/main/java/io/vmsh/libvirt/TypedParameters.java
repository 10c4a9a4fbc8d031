package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads arrays of {@code virTypedParameter} ({@code char field[80]; int type; union value}) by offset, which for
 * thousands of them is many times faster than mapped structures.
 */
final class TypedParameters {
    private static final int SIZE = 96;
    private static final int TYPE_OFFSET = 80;
    /** The union is aligned to eight bytes. */
    private static final int VALUE_OFFSET = 88;

    private TypedParameters() {}

    /** Names and values in their order: Integer, Long, BigInteger (beyond 63 bits), Double, Boolean, String. */
    static Map<String, Object> read(Pointer parameters, int count) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            long at = (long) i * SIZE;
            values.put(parameters.getString(at, "UTF-8"), value(parameters, at));
        }
        return values;
    }

    /** An integer parameter, or the other number where it is missing. */
    static int integer(Pointer parameters, int count, String name, int missing) {
        for (int i = 0; i < count; i++) {
            long at = (long) i * SIZE;
            if (parameters.getString(at, "UTF-8").equals(name)) {
                return parameters.getInt(at + VALUE_OFFSET);
            }
        }
        return missing;
    }

    /** By {@code virTypedParameterType}. */
    private static Object value(Pointer parameters, long at) {
        long value = at + VALUE_OFFSET;
        int type = parameters.getInt(at + TYPE_OFFSET);
        return switch (type) {
            case 1 -> parameters.getInt(value);
            case 2 -> Integer.toUnsignedLong(parameters.getInt(value));
            case 3 -> parameters.getLong(value);
            case 4 -> unsigned(parameters.getLong(value));
            case 5 -> parameters.getDouble(value);
            case 6 -> parameters.getByte(value) != 0;
            case 7 -> parameters.getPointer(value).getString(0, "UTF-8");
            default -> throw new IllegalStateException("typed parameter of type " + type);
        };
    }

    private static Object unsigned(long bits) {
        return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
    }
}
