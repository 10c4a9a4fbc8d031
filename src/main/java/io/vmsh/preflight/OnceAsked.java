package io.vmsh.preflight;

import io.vmsh.hypervisor.Capabilities;
import io.vmsh.hypervisor.CloseReason;
import io.vmsh.hypervisor.Domains;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.Migrations;
import io.vmsh.hypervisor.Networks;
import io.vmsh.hypervisor.Node;
import io.vmsh.hypervisor.NodeInfo;
import io.vmsh.hypervisor.Pools;
import io.vmsh.hypervisor.Secrets;
import io.vmsh.hypervisor.XmlQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A hypervisor of which the host itself is asked once, however many checks of however many guests want to know. */
record OnceAsked(Hypervisor real, Memo memo) implements Hypervisor {
    @Override
    public Node node() {
        return new OnceAskedNode(real.node(), memo);
    }

    @Override
    public Capabilities capabilities() {
        return new OnceAskedCapabilities(real.capabilities(), memo);
    }

    @Override
    public String uri() {
        return memo.once("uri", real::uri);
    }

    @Override
    public boolean alive() {
        return real.alive();
    }

    @Override
    public Domains domains() {
        return real.domains();
    }

    @Override
    public Pools pools() {
        return real.pools();
    }

    @Override
    public Networks networks() {
        return real.networks();
    }

    @Override
    public Secrets secrets() {
        return real.secrets();
    }

    @Override
    public Migrations migrations() {
        return real.migrations();
    }

    @Override
    public XmlQuery xmlQuery() {
        return real.xmlQuery();
    }

    @Override
    public void onLost(Consumer<CloseReason> listener) {
        real.onLost(listener);
    }

    @Override
    public void onLifecycle(Runnable listener) {
        real.onLifecycle(listener);
    }

    @Override
    public Use use() {
        return real.use();
    }

    @Override
    public void close() {
        real.close();
    }

    private record OnceAskedNode(Node real, Memo memo) implements Node {
        @Override
        public String hostname() {
            return memo.once("hostname", real::hostname);
        }

        @Override
        public String capabilities() {
            return memo.once("capabilities", real::capabilities);
        }

        @Override
        public NodeInfo info() {
            return memo.once("info", real::info);
        }

        @Override
        public String type() {
            return memo.once("type", real::type);
        }

        @Override
        public long driverVersion(String type) {
            return real.driverVersion(type);
        }

        @Override
        public long hypervisorVersion() {
            return memo.once("hypervisor version", real::hypervisorVersion);
        }

        @Override
        public long daemonVersion() {
            return memo.once("daemon version", real::daemonVersion);
        }
    }

    private record OnceAskedCapabilities(Capabilities real, Memo memo) implements Capabilities {
        @Override
        public String ofGuests(GuestKind kind) {
            return memo.once(kind, () -> real.ofGuests(kind));
        }

        @Override
        public void requireCpu(GuestKind kind, String cpu) {
            memo.once(List.of(kind, cpu), () -> {
                real.requireCpu(kind, cpu);
                return true;
            });
        }

        @Override
        public Map<String, Long> memory() {
            return memo.once("memory", real::memory);
        }

        @Override
        public long freePages(int pageKib) {
            return memo.once(List.of("free pages", pageKib), () -> real.freePages(pageKib));
        }
    }
}
