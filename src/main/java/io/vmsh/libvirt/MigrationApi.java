package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-domain.h: migration, and the typed parameters it takes. */
interface MigrationApi extends com.sun.jna.Library {
    MigrationApi API = Library.load(MigrationApi.class);

    @Nullable
    Pointer virDomainMigrate3(
            Pointer domain, ConnectionPointer destination, @Nullable Pointer parameters, int count, int flags);

    int virDomainMigrateToURI3(
            Pointer domain, String destinationUri, @Nullable Pointer parameters, int count, int flags);

    int virDomainMigrateStartPostCopy(Pointer domain, int flags);

    int virTypedParamsAddInt(
            PointerByReference parameters, IntByReference count, IntByReference room, String name, int value);

    int virTypedParamsAddULLong(
            PointerByReference parameters, IntByReference count, IntByReference room, String name, long value);

    int virTypedParamsAddString(
            PointerByReference parameters, IntByReference count, IntByReference room, String name, String value);
}
