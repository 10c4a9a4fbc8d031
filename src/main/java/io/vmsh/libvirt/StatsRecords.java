package io.vmsh.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.List;

/**
 * Reads {@code virDomainStatsRecord} ({@code dom}, {@code params}, {@code nparams}) and the {@code virTypedParameter}s
 * in it by offset, which for thousands of records is many times faster than mapped structures.
 */
final class StatsRecords {
    /** {@code char field[80]; int type; union value}, the union aligned to eight bytes. */
    private static final int PARAMETER_SIZE = 96;

    private static final int VALUE_OFFSET = 88;

    private StatsRecords() {}

    static List<Pointer> each(Pointer records, int count) {
        return List.of(records.getPointerArray(0, count));
    }

    /** {@code state.state}, or 0 where the record lacks it. */
    static int state(Pointer statsRecord) {
        Pointer parameters = statsRecord.getPointer(Native.POINTER_SIZE);
        int count = statsRecord.getInt(2L * Native.POINTER_SIZE);
        for (int i = 0; i < count; i++) {
            long at = (long) i * PARAMETER_SIZE;
            if (parameters.getString(at, "UTF-8").equals("state.state")) {
                return parameters.getInt(at + VALUE_OFFSET);
            }
        }
        return 0;
    }
}
