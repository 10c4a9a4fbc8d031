package io.vmsh.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Reads {@code virDomainStatsRecord} ({@code dom}, {@code params}, {@code nparams}) by offset, which for thousands of
 * records is many times faster than mapped structures.
 */
final class StatsRecords {
    private StatsRecords() {}

    /**
     * Calls, and reads the records that come of it, which are freed afterwards.
     *
     * @param call stores the array of records and returns how many there are
     */
    static <R> R read(ToIntFunction<PointerByReference> call, Function<List<Pointer>, R> reader) {
        PointerByReference records = new PointerByReference();
        int count = Failures.check(call.applyAsInt(records));
        try {
            return reader.apply(List.of(records.getValue().getPointerArray(0, count)));
        } finally {
            DomainApi.API.virDomainStatsRecordListFree(records.getValue());
        }
    }

    /** An array of pointers with null at its end. */
    static Memory array(List<Pointer> pointers) {
        Memory array = new Memory((long) Native.POINTER_SIZE * (pointers.size() + 1));
        array.clear();
        array.write(0, pointers.toArray(Pointer[]::new), 0, pointers.size());
        return array;
    }

    /** The guest's handle, which is freed with the records. */
    static Pointer domain(Pointer statsRecord) {
        return statsRecord.getPointer(0);
    }

    /** {@code state.state}, or 0 where the record lacks it. */
    static int state(Pointer statsRecord) {
        return TypedParameters.integer(parameters(statsRecord), count(statsRecord), "state.state", 0);
    }

    /** All statistics of a record, in its order. */
    static Map<String, Object> values(Pointer statsRecord) {
        return TypedParameters.read(parameters(statsRecord), count(statsRecord));
    }

    private static Pointer parameters(Pointer statsRecord) {
        return statsRecord.getPointer(Native.POINTER_SIZE);
    }

    private static int count(Pointer statsRecord) {
        return statsRecord.getInt(2L * Native.POINTER_SIZE);
    }
}
