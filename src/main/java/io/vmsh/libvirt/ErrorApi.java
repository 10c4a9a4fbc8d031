package io.vmsh.libvirt;

/** The part of libvirt/virterror.h that is for when something has gone wrong. */
interface ErrorApi extends com.sun.jna.Library {
    ErrorApi API = Library.load(ErrorApi.class);

    int virGetLastErrorCode();

    int virGetLastErrorDomain();

    String virGetLastErrorMessage();

    void virResetLastError();
}
