package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.SizeT;

/** libvirt/libvirt-stream.h, and the console that is opened with a stream. */
interface StreamApi extends com.sun.jna.Library {
    StreamApi API = Library.load(StreamApi.class);

    int VIR_STREAM_NONBLOCK = 1;

    @Nullable
    Pointer virStreamNew(Pointer connection, int flags);

    int virDomainOpenConsole(Pointer domain, @Nullable String device, Pointer stream, int flags);

    int virStreamRecv(Pointer stream, byte[] data, SizeT count);

    int virStreamSend(Pointer stream, byte[] data, SizeT count);

    int virStreamAbort(Pointer stream);

    int virStreamFree(Pointer stream);
}
