package io.vmsh.advice;

import io.vmsh.probe.Knock;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is between the two hosts, as the source sees it.
 *
 * @param host where the memory is sent: name or address
 * @param known whether the source knows an address of that name; empty when it could not be asked
 * @param knock what came of a knock at the migration ports; empty when nobody could knock
 * @param from who knocked
 * @param daemon what came of the source's knock at the destination's libvirtd, to which it connects by itself with
 *     {@code --p2p}; empty without, or when it could not be asked
 * @param sshAnswer what ssh told the source host when it was refused; empty when it was not, or not asked
 */
record WayFacts(
        Optional<String> host,
        Optional<Boolean> known,
        Optional<Knock> knock,
        String from,
        Optional<Knock> daemon,
        Optional<String> sshAnswer) {
    static final WayFacts UNKNOWN =
            new WayFacts(Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());
    static final int FIRST_PORT = 49152;
    static final int LAST_PORT = 49215;

    /** Whether an error names one of the migration ports at that host. */
    boolean named(Naming naming) {
        return host.isPresent()
                && IntStream.rangeClosed(FIRST_PORT, LAST_PORT).anyMatch(port -> naming.has(host.get() + ":" + port));
    }
}
