package io.vmsh.spec;

import org.jspecify.annotations.Nullable;

/**
 * An object as it is named in a statement: {@code web1}, or {@code kvm2/web1} for one on another session. libvirt forbids
 * {@code /} in names, and a path starts with one, so a slash after the first character sets a session off.
 */
public record Address(@Nullable String session, String name) {
    /** Reads {@code session/name} or {@code name}. */
    public static Address parse(String word) {
        int slash = word.indexOf('/');
        return slash > 0 && slash < word.length() - 1
                ? new Address(word.substring(0, slash), word.substring(slash + 1))
                : new Address(null, word);
    }

    /** The word as it was typed. */
    public String word() {
        return session == null ? name : session + "/" + name;
    }
}
