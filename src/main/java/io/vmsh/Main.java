package io.vmsh;

import io.vmsh.cli.Catalogue;
import io.vmsh.cli.OneShot;
import io.vmsh.cli.SilentDialog;
import io.vmsh.cli.Surroundings;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.render.TextPrinter;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.shell.Shell;
import io.vmsh.shell.ShellSettings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Entry point: chooses between a one-shot run, a script and the shell. */
public final class Main {
    private Main() {}

    /** Runs vmsh and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err));
        int code = run(List.of(args), surroundings);
        surroundings.out().flush();
        surroundings.err().flush();
        // Everything is written and closed. System.exit would first ask every jar for a logger to note this down in,
        // a fifth of the time that a short statement takes.
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command line: {@code -c URI WORDS…}. */
    static int run(List<String> words, Surroundings surroundings) {
        LibvirtConnector connector = new LibvirtConnector();
        try (Sessions sessions = new Sessions()) {
            ConnectRequest request = new ConnectRequest(
                    words.get(1), false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE);
            sessions.add(new Session("default", request, Set.of(), connector));
            if (words.size() == 2) {
                return Shell.run(
                        dialog -> {
                            Workspace workspace =
                                    new Workspace(Catalogue.commands(), sessions, connector, dialog, true);
                            workspace.changeDirectory(surroundings.directory());
                            return workspace;
                        },
                        new ShellSettings(new TextPrinter(false), false, false, true),
                        surroundings);
            }
            Workspace workspace = new Workspace(Catalogue.commands(), sessions, connector, new SilentDialog(), false);
            workspace.changeDirectory(surroundings.directory());
            OneShot oneShot = new OneShot(
                    new Interpreter(workspace), new TextPrinter(false), surroundings.out(), surroundings.err(), false);
            return oneShot.run(words.subList(2, words.size()));
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }
}
