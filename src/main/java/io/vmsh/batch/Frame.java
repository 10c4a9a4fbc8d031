package io.vmsh.batch;

import io.vmsh.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement is run.
 *
 * @param host the session of a block for several hosts; null outside of one
 * @param path the hosts and the guests of the blocks and loops around it, as they stand in the keys of its runs
 */
record Frame(Scope scope, @Nullable Session host, String path) {
    static Frame outermost(Scope scope) {
        return new Frame(scope, null, "");
    }

    /** A block's. */
    Frame inner() {
        return new Frame(scope.inner(), host, path);
    }

    /** A host's share of a block. */
    Frame on(Session session) {
        return new Frame(scope.inner(), session, path + "@" + session.name());
    }

    /** A round of a loop. */
    Frame round(String name, String value) {
        Frame round = new Frame(scope.inner(), host, path + "[" + value + "]");
        round.scope.set(name, new Scope.Variable.Known(value, false));
        return round;
    }

    /** The host's name; empty outside of a block for several. */
    String hostName() {
        return host == null ? "" : host.name();
    }
}
