package io.vmsh.preflight;

import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.Knock;
import io.vmsh.probe.KnockFrom;
import io.vmsh.probe.PeerLook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the source host gets into the target's libvirtd by itself, as {@code --p2p} has it do. */
final class PeerCheck implements Check<PeerCheck.Facts> {
    /**
     * What it judges by.
     *
     * @param needed whether the source host is to connect by itself
     * @param uri of the target's libvirtd
     * @param look what the source met when it tried; empty when it could not
     * @param knock what comes back from the port of that URI, where nothing better is known
     * @param from who knocked: the source's name, or empty for this machine
     */
    record Facts(
            String source,
            String target,
            boolean needed,
            String uri,
            Optional<PeerLook> look,
            Optional<Knock> knock,
            Optional<String> from) {}

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public boolean ofHosts() {
        return true;
    }

    @Override
    public Facts look(Scene scene) {
        Side source = scene.source();
        String uri = scene.target().uri();
        String target = scene.target().name();
        if (!scene.way().fromSource()) {
            return new Facts(source.name(), target, false, uri, Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<PeerLook> look = source.ask(shell -> PeerLook.from(shell, uri)).flatMap(tried -> tried);
        Optional<HypervisorUri> address = HypervisorUri.parse(uri);
        OptionalInt port = address.map(HypervisorUri::knockablePort).orElse(OptionalInt.empty());
        if (look.isPresent() || address.isEmpty() || port.isEmpty()) {
            return new Facts(source.name(), target, true, uri, look, Optional.empty(), Optional.empty());
        }
        String host = address.get().host();
        Optional<Knock> there =
                source
                        .ask(shell -> KnockFrom.host(shell, host, List.of(port.getAsInt())))
                        .orElse(Map.of())
                        .values()
                        .stream()
                        .findFirst();
        return new Facts(
                source.name(),
                target,
                true,
                uri,
                look,
                there.or(() -> Optional.of(Knock.at(host, port.getAsInt()))),
                there.map(_ -> source.name()));
    }

    @Override
    public Finding judge(Facts facts) {
        Judgement judgement = new Judgement(name());
        if (!facts.needed()) {
            return judgement.ok("the source host need not connect by itself").finding();
        }
        if (HypervisorUri.parse(facts.uri()).filter(uri -> uri.host().isEmpty()).isPresent()) {
            return judgement
                    .blocker(
                            "%s is %s for this machine; the source host does not get there by that",
                            facts.target(), facts.uri())
                    .remedy("name a URI as %s reaches it: qemu+ssh://HOST/system".formatted(facts.source()))
                    .finding();
        }
        facts.look().ifPresentOrElse(look -> tried(facts, look, judgement), () -> knocked(facts, judgement));
        return judgement.finding();
    }

    private static void tried(Facts facts, PeerLook look, Judgement judgement) {
        if (look.opened()) {
            judgement.say(
                    look.root() && look.by().equals("virsh") ? Verdict.OK : Verdict.NOTICE,
                    "%s opens %s by itself%s",
                    facts.source(),
                    facts.uri(),
                    !look.by().equals("virsh")
                            ? ", as far as ssh goes"
                            : look.root() ? "" : ", though not as root, as libvirtd will");
        } else {
            judgement
                    .say(
                            look.root() ? Verdict.BLOCKER : Verdict.UNKNOWN,
                            "%s does not get into %s%s: %s",
                            facts.source(),
                            facts.uri(),
                            look.root() ? "" : " (tried as another user than root, who libvirtd is)",
                            look.refusal())
                    .remedy("let root on %s in: its key in authorized_keys, the host key in known_hosts"
                            .formatted(facts.source()))
                    .remedy("or do without --p2p: this machine then talks to both");
        }
    }

    private static void knocked(Facts facts, Judgement judgement) {
        String from = facts.from().orElse("this machine");
        Knock knock = facts.knock().orElse(null);
        if (knock == null) {
            judgement.unknown("whether %s gets into %s could not be tried", facts.source(), facts.uri());
        } else if (knock == Knock.OPEN) {
            judgement.say(
                    facts.from().isPresent() ? Verdict.NOTICE : Verdict.UNKNOWN,
                    "%s answers %s; whether it lets %s in could not be tried",
                    facts.uri(),
                    from,
                    facts.source());
        } else {
            judgement.say(
                    facts.from().isPresent() ? Verdict.BLOCKER : Verdict.UNKNOWN,
                    "%s does not answer %s: %s",
                    facts.uri(),
                    from,
                    knock.words());
        }
        if (facts.from().isEmpty()) {
            judgement.remedy("open %s by qemu+ssh to have it try by itself".formatted(facts.source()));
        }
    }
}
