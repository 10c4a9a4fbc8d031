package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

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

    @Override
    public void close() {
        objects.forEach(free);
        Library.free(array);
    }
}
