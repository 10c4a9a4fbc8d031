package io.vmsh.spec;

/** The kinds of things that completion can list. */
public enum Noun {
    DOMAIN,
    POOL,
    VOLUME,
    NETWORK,
    SNAPSHOT,
    SESSION,
    SELECTOR,
    COMMAND
}
