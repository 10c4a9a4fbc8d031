package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** libvirt/libvirt-secret.h. */
interface SecretApi extends com.sun.jna.Library {
    SecretApi API = Library.load(SecretApi.class);

    @Nullable
    Pointer virSecretLookupByUUIDString(ConnectionPointer connection, String uuid);

    @Nullable
    Pointer virSecretLookupByUsage(ConnectionPointer connection, int type, String usage);

    int virSecretFree(Pointer secret);
}
