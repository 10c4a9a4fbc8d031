package io.vmsh.guide;

import io.vmsh.probe.Host;
import io.vmsh.probe.HostFile;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.PosixWords;
import io.vmsh.probe.Service;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** How a change is taken back; kept in the {@link Ledger} until then. */
public sealed interface Undo {
    /** What will be done, for people. */
    String describe();

    /**
     * Does it.
     *
     * @param host where the change was made; asked for only where a host is needed
     * @return what is to be known afterwards; may be empty
     * @throws GuideException when it cannot be done
     */
    String take(Supplier<Host> host, Statements statements);

    /** Whether it has something read its configuration again, and so comes after all other changes of its host. */
    default boolean last() {
        return false;
    }

    /** A statement of vmsh. */
    record Statement(String text) implements Undo {
        @Override
        public String describe() {
            return text;
        }

        @Override
        public String take(Supplier<Host> host, Statements statements) {
            statements.run(text);
            return "";
        }
    }

    /**
     * A command on the host.
     *
     * @param told what it does, for people; empty where the words say it
     * @param last whether it waits until the other changes of the host are taken back
     */
    record Command(List<String> words, String told, boolean last) implements Undo {
        private static final Duration LIMIT = Duration.ofSeconds(30);

        public Command {
            words = List.copyOf(words);
        }

        @Override
        public String describe() {
            return told.isEmpty() ? PosixWords.plain(words) : told;
        }

        @Override
        public String take(Supplier<Host> host, Statements statements) {
            Output output = host.get().run(LIMIT, words);
            if (output.exit() != 0) {
                throw new GuideException("%s: %s: %s".formatted(host.get().name(), describe(), output.complaint()));
            }
            return "";
        }
    }

    /** Something done to a service. */
    record OfService(String service, Service.Action action) implements Undo {
        @Override
        public boolean last() {
            return action == Service.Action.RESTART || action == Service.Action.RELOAD;
        }

        @Override
        public String describe() {
            return "%s service %s".formatted(action.word(), service);
        }

        @Override
        public String take(Supplier<Host> host, Statements statements) {
            if (last() && !host.get().service(service).running()) {
                return "it does not run";
            }
            host.get().service(service, action);
            return "";
        }
    }

    /**
     * An edit.
     *
     * @param before the file as it was
     * @param after its text after the edit
     */
    record Edit(HostFile before, String after) implements Undo {
        @Override
        public String describe() {
            return before.exists()
                    ? "take the edit of %s back".formatted(before.path())
                    : "remove %s".formatted(before.path());
        }

        @Override
        public String take(Supplier<Host> host, Statements statements) {
            String path = before.path();
            HostFile now = host.get().read(path);
            if (now.digest().equals(before.digest())) {
                return "it is as it was already";
            }
            if (!now.exists()) {
                return "somebody has removed it";
            }
            if (now.digest().equals(before.with(after).digest())) {
                if (before.exists()) {
                    host.get().putBack(now.in(before.charset()), before.text());
                } else {
                    host.get().remove(now);
                }
                return "";
            }
            String old = Diffs.without(after, before.text(), now.text())
                    .orElseThrow(() -> new GuideException(
                            "%s: others have edited the guide's lines of %s since: it is left as it is; what it was before is beside it, as %s.vmsh-DATE-TIME"
                                    .formatted(host.get().name(), path, path)));
            host.get().replace(now, old);
            return "others have edited it since, and their lines stay";
        }
    }

    /** The name of the kind in the ledger. */
    default String kind() {
        return switch (this) {
            case Statement statement -> "statement";
            case Command command -> "command";
            case OfService service -> "service";
            case Edit edit -> "edit";
        };
    }

    /** Reads an action's word. */
    static Service.Action action(String word) {
        return Service.Action.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
