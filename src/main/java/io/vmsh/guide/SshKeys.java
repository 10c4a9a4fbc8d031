package io.vmsh.guide;

import io.vmsh.probe.Host;
import io.vmsh.probe.HostException;
import io.vmsh.probe.HostFile;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps until every selected host, and this machine, opens qemu+ssh on every other without a password. */
public final class SshKeys {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HERE = "this machine";

    /** Prints home, then the first public key that ssh would offer by itself; fails when there is none. */
    private static final String PUBLIC_KEY = """
            printf '%s\\n' "$HOME"
            for type in ed25519 ecdsa rsa; do
                file=$HOME/.ssh/id_$type
                if [ -r "$file" ] && [ -r "$file.pub" ]; then exec cat -- "$file.pub"; fi
            done
            exit 3""";

    private final Sites sites;
    private final List<Session> sessions;

    /** Steps for some sessions. */
    public SshKeys(Sites sites, List<Session> sessions) {
        this.sites = sites;
        this.sessions = List.copyOf(sessions);
    }

    /** One that asks, or one that is asked. */
    private record End(String place, Host host, String address, String user) {}

    /** The steps: a key for each, each known to each other, then the proof. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<Step> keys = new ArrayList<>();
        List<Step> proofs = new ArrayList<>();
        for (String from : froms()) {
            Step key = new Step(from, "key pair", () -> key(end(from)));
            keys.add(key);
            for (Session to : others(from)) {
                String name = to.name();
                Step known = new Step(from, "knows host key of " + name, () -> known(end(from), end(name)));
                Step allowed =
                        new Step(name, "lets in " + from, () -> allowed(end(from), end(name))).after(List.of(key));
                keys.addAll(List.of(known, allowed));
                proofs.add(new Step(from, "opens " + name, () -> opens(end(from), end(name)))
                        .after(List.of(known, allowed)));
            }
        }
        steps.addAll(keys);
        steps.addAll(proofs);
        return steps;
    }

    private List<String> froms() {
        return Stream.concat(Stream.of(HERE), sessions.stream().map(Session::name))
                .toList();
    }

    private List<Session> others(String from) {
        return sessions.stream().filter(session -> !session.name().equals(from)).toList();
    }

    private End end(String place) {
        if (place.equals(HERE)) {
            return new End(HERE, sites.here(), "", "");
        }
        Session session = sessions.stream()
                .filter(one -> one.name().equals(place))
                .findFirst()
                .orElseThrow();
        Host host = sites.host(session);
        return new End(
                place,
                host,
                sites.address(session),
                // The same as here, as ssh does it.
                sites.user(session).orElse(System.getProperty("user.name", "root")));
    }

    private static String said(Host host, List<String> words) {
        Output output = host.run(LIMIT, words);
        if (output.exit() != 0) {
            throw new GuideException("%s: %s".formatted(host.name(), output.complaint()));
        }
        return output.out().strip();
    }

    private Look key(End end) {
        Output output = end.host().run(LIMIT, List.of("sh", "-c", PUBLIC_KEY));
        return output.exit() == 0
                ? new Look.Right("a key of type %s"
                        .formatted(output.out()
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElse("?")
                                .split(" ", 2)[0]))
                : new Look.Missing(
                        "no key that ssh offers by itself",
                        folder(end),
                        // Asks before it overwrites, and nobody answers. Kept when the rest is taken back: others may
                        // have come to use it.
                        new Change.Command(
                                end.host(),
                                List.of(
                                        "ssh-keygen",
                                        "-q",
                                        "-t",
                                        "ed25519",
                                        "-N",
                                        "",
                                        "-f",
                                        home(end) + "/.ssh/id_ed25519"),
                                List.of()));
    }

    private static List<String> keyOf(End end) {
        Output output = end.host().run(LIMIT, List.of("sh", "-c", PUBLIC_KEY));
        List<String> lines = output.out().strip().lines().toList();
        if (output.exit() != 0 || lines.size() < 2) {
            throw new GuideException("%s has no key yet".formatted(end.place()));
        }
        return lines;
    }

    /** Whether the key of one is among those that may log in at the other. */
    private Look allowed(End from, End to) {
        List<String> lines = keyOf(from);
        try {
            return allowed(from, to, lines);
        } catch (HostException refused) {
            if (refused.kind() != HostException.Kind.UNREACHABLE
                    || !from.place().equals(HERE)) {
                throw refused;
            }
            return new Look.Stuck(
                    refused.sentence(),
                    "run this in a terminal, where it can ask for the password: ssh-copy-id %s@%s"
                            .formatted(to.user(), to.address()));
        }
    }

    private static Look allowed(End from, End to, List<String> lines) {
        String key = lines.getLast();
        HostFile file = to.host().read(home(to) + "/.ssh/authorized_keys");
        String body = key.split(" ", -1).length > 1 ? key.split(" ", -1)[1] : key;
        if (file.text().lines().anyMatch(line -> List.of(line.split("\\s+", -1)).contains(body))) {
            return new Look.Right("%s lets the key of %s in".formatted(file.path(), from.place()));
        }
        return new Look.Missing(
                "%s does not let the key of %s in".formatted(file.path(), from.place()), edit(to, file, key, ""));
    }

    private static List<Change> edit(End end, HostFile file, String line, String warning) {
        List<Change> changes = new ArrayList<>();
        HostFile before = file;
        if (!file.exists()) {
            // For its owner alone, before anything is in it.
            changes.add(folder(end));
            changes.add(new Change.Command(
                    end.host(),
                    List.of("install", "-m", "600", "/dev/null", file.path()),
                    List.of("rm", "-f", file.path())));
            before = new HostFile(file.path(), true, "", file.charset());
        }
        changes.add(new Change.Edit(end.host(), before, TextLines.with(before.text(), line), warning));
        return changes;
    }

    private static Change folder(End end) {
        return new Change.Command(end.host(), List.of("mkdir", "-p", "-m", "700", home(end) + "/.ssh"), List.of());
    }

    private static String home(End end) {
        return said(end.host(), List.of("sh", "-c", "printf %s \"$HOME\""));
    }

    /** Whether one knows the other's host key; the one offered is shown with its fingerprint before it is taken. */
    private Look known(End from, End to) {
        Output found = from.host().run(LIMIT, List.of("ssh-keygen", "-F", to.address()));
        Output offered =
                from.host().run(LIMIT, List.of("ssh-keyscan", "-T", "5", "-t", "ed25519,ecdsa,rsa", to.address()));
        Optional<String> line = offered.out()
                .lines()
                .filter(each -> !each.startsWith("#") && !each.isBlank())
                .findFirst();
        if (line.isEmpty()) {
            return new Look.Stuck(
                    "%s offers no host key to %s".formatted(to.address(), from.place()),
                    "see that sshd runs there and that port 22 is open");
        }
        String fingerprint = fingerprint(from, line.get());
        if (found.exit() == 0) {
            boolean same = offered.out().lines().anyMatch(each -> found.out().contains(body(each)));
            return same
                    ? new Look.Right("%s (%s)".formatted(to.address(), fingerprint))
                    : new Look.Stuck(
                            "%s offers another host key than the one that is known: %s"
                                    .formatted(to.address(), fingerprint),
                            "find out why; if it is right: ssh-keygen -R %s on %s"
                                    .formatted(to.address(), from.place()));
        }
        String vouched = vouched(to, line.get())
                ? "which is the one that %s itself has".formatted(to.place())
                : "for which nobody vouches: compare it with 'ssh-keygen -l -f /etc/ssh/ssh_host_ed25519_key.pub' there";
        String offer = "%s offers %s, %s".formatted(to.address(), fingerprint, vouched);
        HostFile file = from.host().read(home(from) + "/.ssh/known_hosts");
        return new Look.Missing(
                "%s is not known: %s".formatted(to.address(), offer),
                edit(from, file, line.get(), "%s learns a host key: %s".formatted(from.place(), offer)));
    }

    /** Read on the host itself, by a way that is trusted already; somebody could stand between on any other. */
    private static boolean vouched(End to, String line) {
        try {
            return to.host()
                    .run(LIMIT, List.of("sh", "-c", "cat /etc/ssh/ssh_host_*_key.pub"))
                    .out()
                    .contains(body(line));
        } catch (HostException notYet) {
            return false;
        }
    }

    private static String body(String keyLine) {
        String[] fields = keyLine.split(" ", -1);
        return fields.length > 2 ? fields[2] : "?";
    }

    private static String fingerprint(End end, String keyLine) {
        Output output = end.host().run(LIMIT, List.of("ssh-keygen", "-l", "-f", "-"), keyLine + "\n");
        String[] fields = output.out().strip().split(" ", -1);
        return fields.length > 1 ? "%s %s".formatted(fields[fields.length - 1], fields[1]) : "?";
    }

    /** The proof: as libvirt does it, without a question. */
    private Look opens(End from, End to) {
        String destination = to.user() + "@" + to.address();
        List<String> words = List.of(
                "ssh",
                "-T",
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectTimeout=5",
                "--",
                destination,
                "virsh -c qemu:///system uri");
        Output output = from.host().run(LIMIT, words);
        return output.exit() == 0
                ? new Look.Right("qemu+ssh://%s/system opens without a password".formatted(destination))
                : new Look.Stuck(
                        "ssh %s: %s".formatted(destination, output.complaint()),
                        "see 'ssh -v %s' on %s".formatted(destination, from.place()));
    }
}
