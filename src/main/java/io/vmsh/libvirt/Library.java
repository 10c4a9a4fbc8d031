package io.vmsh.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;

/**
 * Loads libvirt's client library, one small JNA interface per area: an interface costs start-up time by the number of
 * its functions, so each is loaded when its area is first used. Pointer types and structures are libvirt-java's.
 */
final class Library {
    private static final String NAME = "libvirt.so.0";
    private static final Map<String, Object> OPTIONS = Map.of(com.sun.jna.Library.OPTION_STRING_ENCODING, "UTF-8");

    private Library() {}

    static <T extends com.sun.jna.Library> T load(Class<T> area) {
        return Native.load(NAME, area, OPTIONS);
    }

    /** The text of a string that libvirt handed over, which is freed. */
    static String take(Pointer string) {
        try {
            return string.getString(0, "UTF-8");
        } finally {
            free(string);
        }
    }

    /** Frees memory that libvirt handed over. */
    static void free(Pointer memory) {
        Native.free(Pointer.nativeValue(memory));
    }
}
