package io.vmsh.preflight;

/**
 * One prerequisite of a migration. Looking asks both sides and judges nothing; judging asks nobody.
 *
 * @param <F> the facts that it judges by
 */
interface Check<F> {
    /** One lower-case word. */
    String name();

    /**
     * Gathers the facts; changes nothing anywhere. May take long: whoever calls it stops waiting in time.
     *
     * @throws io.vmsh.hypervisor.HypervisorException when a side cannot tell
     */
    F look(Scene scene);

    /** What the facts mean. */
    Finding judge(F facts);

    /** Whether it is about the two hosts and the way alone, so that one guest's finding is every guest's. */
    default boolean ofHosts() {
        return false;
    }

    /** Looks, then judges. */
    default Finding run(Scene scene) {
        return judge(look(scene));
    }
}
