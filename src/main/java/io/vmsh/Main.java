package io.vmsh;

import io.vmsh.cli.OneShot;
import io.vmsh.command.Command;
import io.vmsh.command.Commands;
import io.vmsh.command.Dialog;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Workspace;
import io.vmsh.command.monitor.MonitorCommands;
import io.vmsh.command.virsh.VirshCommands;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.render.TextPrinter;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entry point: chooses between a one-shot run, a script and the shell. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        LibvirtConnector connector = new LibvirtConnector();
        Sessions sessions = new Sessions();
        sessions.add(new Session("x", new ConnectRequest(args[1], false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE), Set.of(), connector));
        Workspace workspace = new Workspace(commands(), sessions, connector, new Dialog() {
            @Override public boolean interactive() { return false; }
            @Override public boolean confirm(String question) { return false; }
            @Override public @Nullable String ask(String prompt, boolean echo) { return null; }
            @Override public void progress(String line) {}
            @Override public void say(String line) {}
            @Override public void onInterrupt(@Nullable Runnable action) {}
        }, false);
        int code = new OneShot(new Interpreter(workspace), new TextPrinter(false), out, System.err, false).run(List.of(args).subList(2, args.length));
        out.flush();
        sessions.close();
        System.exit(code);
    }

    static Commands commands() {
        List<List<Command>> groups = List.of(MonitorCommands.all(), VirshCommands.all());
        return new Commands(groups);
    }
}
