package io.vmsh.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vmsh.probe.HostException.Kind;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.HostShell.Raw;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A real host, by a shell: this machine, or another by the system's ssh. ssh never asks (BatchMode), trusts no host key
 * that is not known, and has its own configuration.
 */
public final class ShellHost implements Host {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Daemons take their time, libvirtd with many guests above all. */
    private static final Duration SERVICE_LIMIT = Duration.ofSeconds(90);

    private static final int MOST_BYTES = 1 << 20;
    /** ssh's own code; a command that ends with it is told apart by another. */
    private static final int SSH_FAILED = 255;

    private static final int MISSING = 44;
    private static final int NOT_PERMITTED = 45;
    private static final int CHANGED = 46;

    /** First of each script: as root where that was asked for, with the folders that only root looks in. */
    private static final String RUN = """
            PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
            as=$1
            shift
            if [ "$as" = sudo ] && [ "$(id -u)" != 0 ]; then
                sudo -n -- "$@"
            else
                "$@"
            fi
            code=$?
            [ $code != 255 ] || code=254
            exit $code""";

    private final String name;
    private final HostShell shell;
    private final boolean sudo;

    /**
     * A host.
     *
     * @param name for people
     * @param sudo whether to act by {@code sudo -n} where the user is not root
     */
    ShellHost(String name, HostShell shell, boolean sudo) {
        this.name = name;
        this.shell = shell;
        this.sudo = sudo;
    }

    /** This machine. */
    public static Host here(String name, boolean sudo) {
        return new ShellHost(name, HostShell.here(), sudo);
    }

    /** A host by ssh: {@code host} or {@code user@host}, or a name of ssh's configuration. */
    public static Host bySsh(String destination, boolean sudo) {
        return new ShellHost(destination, HostShell.bySsh(destination), sudo);
    }

    /**
     * The host of a libvirt URI: by the URI's own ssh, else by ssh to the host that it names.
     *
     * @return empty when the URI names no host and is not this machine's
     */
    public static Optional<Host> of(String name, HypervisorUri uri, boolean sudo) {
        return HostShell.of(uri)
                .or(() -> uri.host().isEmpty() || uri.host().startsWith("-")
                        ? Optional.empty()
                        : Optional.of(HostShell.bySsh(uri.host())))
                .map(shell -> new ShellHost(name, shell, sudo));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Output run(Duration limit, List<String> words, String input) {
        return raw(limit, words, input.getBytes(UTF_8)).text();
    }

    @Override
    public HostFile read(String path) {
        Raw answer = raw(LIMIT, script("read", path, Integer.toString(MOST_BYTES)), new byte[0]);
        if (answer.exit() == MISSING) {
            return HostFile.absent(path);
        }
        require(answer.text(), "cannot read " + path);
        // A host may print more than it was asked for, such as a banner.
        String file = answer.out().substring(answer.out().indexOf(0) + 1);
        return HostFile.of(path, file.getBytes(ISO_8859_1));
    }

    @Override
    public Optional<String> replace(HostFile seen, String text) {
        return replace(seen, text, "keep")
                .lines()
                .filter(line -> line.startsWith("kept "))
                .map(line -> line.substring("kept ".length()))
                .findFirst();
    }

    @Override
    public void putBack(HostFile seen, String text) {
        replace(seen, text, "drop");
    }

    private String replace(HostFile seen, String text, String keep) {
        HostFile wanted = seen.with(text);
        List<String> words = script("replace", seen.path(), seen.digest(), wanted.digest(), keep);
        Output answer = raw(LIMIT, words, text.getBytes(wanted.charset())).text();
        require(answer, "cannot replace " + seen.path());
        return answer.out();
    }

    @Override
    public void remove(HostFile seen) {
        if (seen.exists()) {
            Output answer = raw(LIMIT, script("remove", seen.path(), seen.digest()), new byte[0])
                    .text();
            require(answer, "cannot remove " + seen.path());
        }
    }

    @Override
    public Service service(String service) {
        Output answer = raw(LIMIT, script("service", service), new byte[0]).text();
        require(answer, "cannot look at service " + service);
        Set<String> said = answer.out().lines().collect(Collectors.toSet());
        Service.Manager manager = said.contains("systemd")
                ? Service.Manager.SYSTEMD
                : said.contains("scripts") ? Service.Manager.SCRIPTS : Service.Manager.NONE;
        return new Service(
                service, manager, said.contains("installed"), said.contains("running"), said.contains("enabled"));
    }

    @Override
    public void service(String service, Service.Action action) {
        Output answer = raw(SERVICE_LIMIT, script("act", service, action.word()), new byte[0])
                .text();
        require(answer, "cannot %s %s".formatted(action.word(), service));
    }

    /** Words that run one of the scripts beside this class. */
    private static List<String> script(String script, String... words) {
        List<String> all = new ArrayList<>(List.of("sh", "-c", HostScripts.text(script), "vmsh"));
        all.addAll(List.of(words));
        return all;
    }

    private void require(Output answer, String what) {
        if (answer.exit() != 0) {
            Kind kind = switch (answer.exit()) {
                case NOT_PERMITTED -> Kind.NOT_PERMITTED;
                case CHANGED -> Kind.CHANGED;
                default -> Kind.FAILED;
            };
            String hint = kind == Kind.NOT_PERMITTED && !sudo ? "; --sudo acts as root" : "";
            throw new HostException(kind, name, "%s: %s%s".formatted(what, answer.complaint(), hint));
        }
    }

    private Raw raw(Duration limit, List<String> words, byte[] input) {
        List<String> wrapped = new ArrayList<>(List.of("sh", "-c", RUN, "vmsh", sudo ? "sudo" : "plain"));
        wrapped.addAll(words);
        Raw answer;
        try {
            answer = shell.raw(limit, wrapped, input)
                    .orElseThrow(() -> new HostException(
                            Kind.TIMED_OUT,
                            name,
                            Thread.currentThread().isInterrupted()
                                    ? "interrupted while %s was running there".formatted(words.getFirst())
                                    : "no answer within %d s from %s".formatted(limit.toSeconds(), words.getFirst())));
        } catch (IOException cannotStart) {
            throw new HostException(Kind.UNREACHABLE, name, String.valueOf(cannotStart.getMessage()));
        }
        if (shell.remote() && answer.exit() == SSH_FAILED) {
            throw new HostException(
                    Kind.UNREACHABLE, name, "ssh: " + answer.text().complaint());
        }
        String err = answer.text().err();
        if (sudo && answer.exit() != 0 && err.startsWith("sudo: ")) {
            throw new HostException(Kind.NOT_PERMITTED, name, answer.text().complaint());
        }
        return answer;
    }
}
