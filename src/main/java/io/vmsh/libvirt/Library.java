package io.vmsh.libvirt;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Loads libvirt's client library, one small JNA interface per area: an interface costs start-up time by the number of
 * its functions, so each is loaded when its area is first used. Connections and {@code size_t} are libvirt-java's.
 */
final class Library {
    private static final String NAME = "libvirt.so.0";
    /** {@code VIR_UUID_STRING_BUFLEN}. */
    private static final int UUID_BUFFER = 37;

    private static final Map<String, Object> OPTIONS = Map.of(com.sun.jna.Library.OPTION_STRING_ENCODING, "UTF-8");

    private Library() {}

    static <T extends com.sun.jna.Library> T load(Class<T> area) {
        return load(NAME, area);
    }

    /** Loads functions of another library that libvirt's client brings along. */
    static <T extends com.sun.jna.Library> T load(String name, Class<T> area) {
        return Native.load(name, area, OPTIONS);
    }

    /** The UUID that one of libvirt's functions writes into a buffer, in canonical form. */
    static String uuid(ToIntFunction<byte[]> function) {
        byte[] buffer = new byte[UUID_BUFFER];
        Failures.check(function.applyAsInt(buffer));
        return Native.toString(buffer, StandardCharsets.US_ASCII);
    }

    /** Whether a word has as many bytes as a UUID, which is when virsh looks for one. */
    static boolean mayBeUuid(String word) {
        return word.getBytes(StandardCharsets.UTF_8).length == UUID_BUFFER - 1;
    }

    /** Whether this libvirt has a function. */
    static boolean has(String function) {
        try {
            return NativeLibrary.getInstance(NAME, OPTIONS).getFunction(function) != null;
        } catch (UnsatisfiedLinkError missing) {
            return false;
        }
    }

    /** The address of a function. */
    static Pointer function(String name) {
        return NativeLibrary.getInstance(NAME, OPTIONS).getFunction(name);
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
