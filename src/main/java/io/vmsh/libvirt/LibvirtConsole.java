package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.GuestConsole;
import java.util.Arrays;
import org.libvirt.jna.SizeT;

/** A guest's console on a stream that does not wait; the event loop takes in what comes meanwhile. */
final class LibvirtConsole extends Handle implements GuestConsole {
    /** What a stream that does not wait answers when it would have to. */
    private static final int NOT_NOW = -2;

    private static final long PAUSE_MILLIS = 5;

    private LibvirtConsole(Pointer stream) {
        super(stream);
    }

    static GuestConsole open(Pointer domain) {
        Pointer connection = Failures.check(DetailsApi.API.virDomainGetConnect(domain));
        Pointer stream = Failures.check(StreamApi.API.virStreamNew(connection, StreamApi.VIR_STREAM_NONBLOCK));
        LibvirtConsole console = new LibvirtConsole(stream);
        try {
            Failures.check(StreamApi.API.virDomainOpenConsole(domain, null, stream, 0));
            return console;
        } catch (RuntimeException failure) {
            console.close();
            throw failure;
        }
    }

    @Override
    public int read(byte[] buffer) {
        int count = StreamApi.API.virStreamRecv(pointer(), buffer, new SizeT(buffer.length));
        if (count == NOT_NOW) {
            return 0;
        }
        return Failures.check(count) == 0 ? -1 : count;
    }

    @Override
    public void write(byte[] bytes, int count) {
        byte[] rest = Arrays.copyOf(bytes, count);
        while (rest.length > 0) {
            int sent = StreamApi.API.virStreamSend(pointer(), rest, new SizeT(rest.length));
            if (sent != NOT_NOW) {
                rest = Arrays.copyOfRange(rest, Failures.check(sent), rest.length);
            } else if (!pauses()) {
                return;
            }
        }
    }

    /** False when whoever writes is to stop. */
    private static boolean pauses() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    void free(Pointer stream) {
        StreamApi.API.virStreamAbort(stream);
        StreamApi.API.virStreamFree(stream);
    }
}
