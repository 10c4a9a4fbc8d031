package io.vmsh.probe;

/** The host in memory does as the real ones do. */
class MemoryHostTest extends HostContract {
    private final MemoryHost host = new MemoryHost("memory");

    @Override
    protected Host host() {
        return host;
    }

    @Override
    protected String path(String name) {
        return "/tmp/" + name;
    }

    @Override
    protected void put(String name, byte[] bytes) {
        host.bytes(path(name), bytes);
    }

    @Override
    protected byte[] get(String path) {
        return host.bytes(path);
    }

    @Override
    protected String mode(String path) {
        return host.mode(path);
    }
}
