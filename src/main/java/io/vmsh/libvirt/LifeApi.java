package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/** libvirt/libvirt-domain.h: starting and stopping guests. */
interface LifeApi extends com.sun.jna.Library {
    LifeApi API = Library.load(LifeApi.class);

    int virDomainCreate(Pointer domain);

    int virDomainCreateWithFlags(Pointer domain, int flags);

    int virDomainCreateWithFiles(Pointer domain, int count, int[] files, int flags);

    int virDomainShutdown(Pointer domain);

    int virDomainShutdownFlags(Pointer domain, int flags);

    int virDomainDestroy(Pointer domain);

    int virDomainDestroyFlags(Pointer domain, int flags);

    int virDomainSuspend(Pointer domain);

    int virDomainResume(Pointer domain);

    int virDomainIsActive(Pointer domain);

    int virDomainGetAutostart(Pointer domain, IntByReference autostart);

    int virDomainSetAutostart(Pointer domain, int autostart);

    int virDomainHasManagedSaveImage(Pointer domain, int flags);

    int virDomainManagedSaveRemove(Pointer domain, int flags);
}
