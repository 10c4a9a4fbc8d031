package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.Bit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The objects that one of libvirt's {@code ListAll} functions hands over; closing frees them and their array. */
record Listing(List<Pointer> objects, Pointer array, Consumer<Pointer> free) implements AutoCloseable {
    /**
     * Lists.
     *
     * @param call the function, which stores the array and returns how many there are
     * @param free frees one of the objects
     */
    static Listing of(ToIntFunction<PointerByReference> call, Consumer<Pointer> free) {
        PointerByReference array = new PointerByReference();
        int count = Failures.check(call.applyAsInt(array));
        return new Listing(List.of(array.getValue().getPointerArray(0, count)), array.getValue(), free);
    }

    /**
     * The UUIDs of those selected that have a property besides. Needs no call where the selection leaves none.
     *
     * @param listing lists by flags
     * @param has the flag that selects what has the property
     * @param lacks the flag that selects what lacks it
     */
    static Set<String> uuids(
            IntFunction<Listing> listing, int selected, Bit has, Bit lacks, Function<Pointer, String> uuid) {
        if ((selected & lacks.bit()) != 0 && (selected & has.bit()) == 0) {
            return Set.of();
        }
        try (Listing having = listing.apply((selected & ~lacks.bit()) | has.bit())) {
            return having.objects().stream().map(uuid).collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        objects.forEach(free);
        Library.free(array);
    }
}
