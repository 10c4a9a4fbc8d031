package io.vmsh.libvirt;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.NativeLongByReference;
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

    int virDomainMigrateGetMaxDowntime(Pointer domain, LongByReference millis, int flags);

    int virDomainMigrateSetMaxDowntime(Pointer domain, long millis, int flags);

    int virDomainMigrateGetCompressionCache(Pointer domain, LongByReference bytes, int flags);

    int virDomainMigrateSetCompressionCache(Pointer domain, long bytes, int flags);

    int virDomainMigrateGetMaxSpeed(Pointer domain, NativeLongByReference mebibytes, int flags);

    int virDomainMigrateSetMaxSpeed(Pointer domain, NativeLong mebibytes, int flags);

    int virTypedParamsAddInt(
            PointerByReference parameters, IntByReference count, IntByReference room, String name, int value);

    int virTypedParamsAddULLong(
            PointerByReference parameters, IntByReference count, IntByReference room, String name, long value);

    int virTypedParamsAddString(
            PointerByReference parameters, IntByReference count, IntByReference room, String name, String value);
}
