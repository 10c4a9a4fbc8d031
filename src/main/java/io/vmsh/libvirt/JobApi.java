package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** libvirt/libvirt-domain.h: jobs of guests. */
interface JobApi extends com.sun.jna.Library {
    JobApi API = Library.load(JobApi.class);

    int virDomainGetJobStats(
            Pointer domain, IntByReference type, PointerByReference parameters, IntByReference count, int flags);

    int virDomainGetJobInfo(Pointer domain, byte[] info);

    int virDomainAbortJob(Pointer domain);

    int virDomainAbortJobFlags(Pointer domain, int flags);

    int virDomainGetBlockJobInfo(Pointer domain, String disk, byte[] info, int flags);

    int virDomainGetControlInfo(Pointer domain, byte[] info, int flags);

    void virTypedParamsFree(@Nullable Pointer parameters, int count);
}
