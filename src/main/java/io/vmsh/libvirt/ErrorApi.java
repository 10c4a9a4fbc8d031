package io.vmsh.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** libvirt/virterror.h. */
interface ErrorApi extends com.sun.jna.Library {
    ErrorApi API = Library.load(ErrorApi.class);

    int virGetLastErrorCode();

    int virGetLastErrorDomain();

    String virGetLastErrorMessage();

    void virResetLastError();

    void virSetErrorFunc(@Nullable Pointer userData, Handler handler);

    /** {@code virErrorFunc}; libvirt-java's form builds a structure for every error, which nobody reads here. */
    interface Handler extends Callback {
        void error(@Nullable Pointer userData, @Nullable Pointer error);
    }
}
