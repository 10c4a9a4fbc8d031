package io.vmsh.cli;

import io.vmsh.command.Dialog;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.hypervisor.Connector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the option line and the environment ask for, ready to become a workspace. */
public record Setup(Surroundings surroundings, OptionLine options, Connector connector) {
    /**
     * A fresh workspace with the one session that was asked for, not yet open.
     *
     * @param interactive whether statements are typed at a prompt
     */
    public Workspace workspace(Dialog dialog, boolean interactive) {
        ConnectRequest request = new ConnectRequest(uri(), options.readOnly(), keepAlive(), dialog::ask);
        Sessions sessions = new Sessions();
        sessions.add(new Session("default", request, Set.of(), connector));
        Workspace workspace = new Workspace(
                Catalogue.commands(), sessions, connector, dialog, interactive, surroundings.environment());
        workspace.changeDirectory(surroundings.directory());
        return workspace;
    }

    /** {@code -c}, then virsh's variable, then libvirt's; null leaves it to libvirt's own configuration. */
    private @Nullable String uri() {
        String asked = options.connect() != null
                ? options.connect()
                : surroundings.environment().get("VIRSH_DEFAULT_CONNECT_URI");
        return asked == null || asked.isEmpty() ? surroundings.variable("LIBVIRT_DEFAULT_URI") : asked;
    }

    private KeepAlive keepAlive() {
        Integer interval = options.keepAliveInterval();
        Integer count = options.keepAliveCount();
        return new KeepAlive(
                interval == null ? KeepAlive.DEFAULT.intervalSeconds() : interval,
                count == null ? KeepAlive.DEFAULT.count() : count,
                interval != null || count != null);
    }
}
