package io.vmsh.advice;

import java.util.Optional;

/**
 * What an error's text names. Libvirt's sentences are translated and change between releases, so no rule reads them. But
 * many causes share one number, INTERNAL_ERROR above all, and a text may then confirm what the facts say: names are
 * looked for in it, of files, networks, hosts and constants, which nobody translates; and QEMU's own words, which libvirt
 * hands on as they are, and for which there are no translations.
 */
record Naming(String text) {
    static final Naming NOTHING = new Naming("");

    /** Whether it names this. */
    boolean has(String name) {
        return !name.isEmpty() && text.contains(name);
    }

    /** Whether it names this, if there is one. */
    boolean has(Optional<String> name) {
        return name.filter(this::has).isPresent();
    }

    /** Whether QEMU says this in its own words. */
    boolean qemuSays(String words) {
        return text.contains(words);
    }
}
