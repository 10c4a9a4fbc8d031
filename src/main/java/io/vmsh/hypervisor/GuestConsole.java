package io.vmsh.hypervisor;

/** A guest's console, open both ways. For one thread at a time. */
public interface GuestConsole extends AutoCloseable {
    /**
     * Takes what has come from the guest ({@code virStreamRecv}); does not wait for it.
     *
     * @return number of bytes; 0 when there is nothing yet, -1 when there will be nothing more
     */
    int read(byte[] buffer);

    /** Sends bytes to the guest ({@code virStreamSend}); waits until they are taken. */
    void write(byte[] bytes, int count);

    /** Lets go of the console. Never throws. */
    @Override
    void close();
}
