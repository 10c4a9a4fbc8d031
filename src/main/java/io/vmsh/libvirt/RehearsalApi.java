package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** The first step of a migration, as libvirt's client library takes it; exported, but in no header. */
interface RehearsalApi extends com.sun.jna.Library {
    RehearsalApi API = Library.load(RehearsalApi.class);

    /** The guest's XML for the other host, and a cookie for it; both are to be freed. Changes nothing by itself. */
    @Nullable
    Pointer virDomainMigrateBegin3Params(
            Pointer domain,
            @Nullable Pointer parameters,
            int count,
            PointerByReference cookie,
            IntByReference cookieLength,
            int flags);
}
