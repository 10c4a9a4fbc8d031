package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Secrets;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** Secrets, by libvirt's calls. */
record LibvirtSecrets(ConnectionPointer connection) implements Secrets {
    @Override
    public boolean has(String uuid) {
        return found(SecretApi.API.virSecretLookupByUUIDString(connection, uuid));
    }

    @Override
    public boolean has(Usage type, String usage) {
        return found(SecretApi.API.virSecretLookupByUsage(connection, type.number(), usage));
    }

    private static boolean found(@Nullable Pointer secret) {
        if (secret == null) {
            HypervisorException failure = Failures.last();
            if (failure.code() == ErrorCode.NO_SECRET) {
                return false;
            }
            throw failure;
        }
        SecretApi.API.virSecretFree(secret);
        return true;
    }
}
