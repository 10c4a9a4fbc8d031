import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A line that takes its time, for kernels without sch_netem: listens on ports of this machine and passes everything on
 * to a socket in the file system, and back, each way late by the same time.
 *
 * <p>usage: java SlowLine.java SOCKET MILLISECONDS_EACH_WAY LISTENERS; prints the ports, one a line.
 */
public final class SlowLine {
    private SlowLine() {}

    /** What was read, and when it may go on; nothing at the end. */
    private record Parcel(ByteBuffer bytes, long due) {}

    public static void main(String[] words) throws Exception {
        UnixDomainSocketAddress target = UnixDomainSocketAddress.of(words[0]);
        long delay = Long.parseLong(words[1]) * 1_000_000;
        for (int i = 0; i < Integer.parseInt(words[2]); i++) {
            ServerSocketChannel listener = ServerSocketChannel.open();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            System.out.println(((InetSocketAddress) listener.getLocalAddress()).getPort());
            Thread.startVirtualThread(() -> accept(listener, target, delay));
        }
        System.out.flush();
        // Until whoever started it ends it, or goes away.
        while (System.in.read() >= 0) {}
    }

    private static void accept(ServerSocketChannel listener, UnixDomainSocketAddress target, long delay) {
        try {
            while (true) {
                SocketChannel near = listener.accept();
                near.setOption(StandardSocketOptions.TCP_NODELAY, true);
                SocketChannel far = SocketChannel.open(StandardProtocolFamily.UNIX);
                far.connect(target);
                pass(near, far, delay);
                pass(far, near, delay);
            }
        } catch (IOException ended) {
            System.err.println("slow line: " + ended);
        }
    }

    private static void pass(SocketChannel from, SocketChannel to, long delay) {
        BlockingQueue<Parcel> underWay = new LinkedBlockingQueue<>();
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    ByteBuffer bytes = ByteBuffer.allocate(65536);
                    boolean ended = from.read(bytes) < 0;
                    underWay.add(new Parcel(bytes.flip(), System.nanoTime() + delay));
                    if (ended) {
                        return;
                    }
                }
            } catch (IOException gone) {
                underWay.add(new Parcel(ByteBuffer.allocate(0), System.nanoTime() + delay));
            }
        });
        Thread.startVirtualThread(() -> {
            try (to) {
                while (true) {
                    Parcel parcel = underWay.take();
                    Thread.sleep(java.time.Duration.ofNanos(Math.max(0, parcel.due() - System.nanoTime())));
                    if (!parcel.bytes().hasRemaining()) {
                        return;
                    }
                    while (parcel.bytes().hasRemaining()) {
                        to.write(parcel.bytes());
                    }
                }
            } catch (IOException | InterruptedException gone) {
                // The other way ends, too.
            }
        });
    }
}
