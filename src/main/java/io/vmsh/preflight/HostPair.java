package io.vmsh.preflight;

import io.vmsh.hypervisor.XmlElement;
import io.vmsh.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks that are about two hosts and no guest: names, ports and clocks. */
public final class HostPair {
    private static final Guest NOBODY = new Guest(
            "",
            "",
            true,
            true,
            new XmlElement("domain", Map.of(), List.of(), ""),
            Optional.empty(),
            0,
            0,
            Optional.empty(),
            Standstill.NONE,
            Map.of(),
            Map.of());

    private final Scene scene;

    /**
     * Two hosts.
     *
     * @param migrationUri where memory is to go; empty leaves that to the target
     */
    public HostPair(Session source, Session target, Optional<String> migrationUri) {
        Way way = migrationUri
                .map(uri -> Way.LIVE.with(Way.Value.MIGRATION_URI, uri))
                .orElse(Way.LIVE);
        this.scene = new Scene(
                NOBODY,
                NOBODY,
                way,
                new Side(source.name(), source.hypervisor()),
                new Side(target.name(), target.hypervisor()));
    }

    /** Whether the source finds the target by name. */
    public Finding names() {
        return new NamesCheck().run(scene);
    }

    /** Whether their clocks agree. */
    public Finding clocks() {
        return new ClocksCheck(ClockRule.USUAL).run(scene);
    }

    /** The host to which memory is sent. */
    public String destination() {
        return Destination.of(
                        scene.target().hypervisor().node().hostname(),
                        scene.way(),
                        scene.target().settings())
                .host();
    }
}
