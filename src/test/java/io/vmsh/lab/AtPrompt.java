package io.vmsh.lab;

import io.vmsh.cli.Catalogue;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements as if typed at a prompt with the sessions kvm1, which is current, and kvm2. */
final class AtPrompt {
    private AtPrompt() {}

    /** Runs one, with somebody there to answer. */
    static Outcome run(ScriptedDialog dialog, String statement) {
        LibvirtConnector connector = new LibvirtConnector();
        try (Sessions sessions = new Sessions()) {
            for (String host : List.of("kvm1", "kvm2")) {
                sessions.add(new Session(host, request(host), Set.of(), connector));
            }
            Interpreter interpreter =
                    new Interpreter(new Workspace(Catalogue.commands(), sessions, connector, dialog, true, Map.of()));
            return interpreter.run(interpreter.parse(statement).getFirst(), early -> {});
        }
    }

    /** How a host is reached from outside the lab. */
    static ConnectRequest request(String host) {
        return new ConnectRequest(
                Lab.uri(host), false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE);
    }
}
