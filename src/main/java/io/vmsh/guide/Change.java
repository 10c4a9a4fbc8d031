package io.vmsh.guide;

import io.vmsh.probe.Host;
import io.vmsh.probe.HostFile;
import io.vmsh.probe.HostShell.Output;
import io.vmsh.probe.PosixWords;
import io.vmsh.probe.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One exact change, told before it is made. */
public sealed interface Change {
    /** What will be done, for people: a line, or several for an edit. */
    String describe();

    /** What it does to those who use the host meanwhile; empty when nothing. */
    default String warning() {
        return "";
    }

    /** How it can be taken back; empty when there is nothing to take back. */
    Optional<Undo> undo();

    /**
     * Makes it.
     *
     * @return what is to be known afterwards, such as where a backup is; may be empty
     * @throws GuideException when it did not work
     * @throws io.vmsh.probe.HostException when the host does not let it
     */
    String make(Statements statements);

    /**
     * A statement of vmsh.
     *
     * @param back the statement that takes it back; empty for none
     * @param warning what it does to those who use the host or guest; empty for nothing
     */
    record Statement(String text, String back, String warning) implements Change {
        /** One that disturbs nobody. */
        public Statement(String text, String back) {
            this(text, back, "");
        }

        @Override
        public String describe() {
            return text;
        }

        @Override
        public Optional<Undo> undo() {
            return back.isEmpty() ? Optional.empty() : Optional.of(new Undo.Statement(back));
        }

        @Override
        public String make(Statements statements) {
            statements.run(text);
            return "";
        }
    }

    /**
     * A command on a host.
     *
     * @param words the command; no shell reads them
     * @param input its standard input, not shown
     * @param back how it is taken back; empty for nothing
     */
    record Command(Host host, List<String> words, String input, Optional<Undo.Command> back, Duration limit)
            implements Change {
        public Command {
            words = List.copyOf(words);
        }

        /**
         * Without input, with 30 seconds' patience.
         *
         * @param back the command that takes it back; empty for none
         */
        public Command(Host host, List<String> words, List<String> back) {
            this(host, words, back.isEmpty() ? Optional.empty() : Optional.of(new Undo.Command(back, "", false)));
        }

        /** Without input, with 30 seconds' patience. */
        public Command(Host host, List<String> words, Optional<Undo.Command> back) {
            this(host, words, "", back, Duration.ofSeconds(30));
        }

        /** Has something read its configuration again, now and after the other changes are taken back. */
        public static Command again(Host host, List<String> words) {
            return new Command(host, words, Optional.of(new Undo.Command(words, "", true)));
        }

        @Override
        public String describe() {
            return "on %s: %s".formatted(host.name(), PosixWords.plain(words));
        }

        @Override
        public Optional<Undo> undo() {
            return back.map(undo -> (Undo) undo);
        }

        @Override
        public String make(Statements statements) {
            Output output = host.run(limit, words, input);
            if (output.exit() != 0) {
                throw new GuideException(
                        "%s: %s: %s".formatted(host.name(), PosixWords.plain(words), output.complaint()));
            }
            return "";
        }
    }

    /**
     * Something done to a service.
     *
     * @param warning what a restart does to those who use it; empty for nothing
     * @param back what takes it back
     */
    record OfService(Host host, String service, Service.Action action, String warning, Optional<Service.Action> back)
            implements Change {
        /** Starts it; taken back by stopping it. */
        public static OfService start(Host host, String service) {
            return new OfService(host, service, Service.Action.START, "", Optional.of(Service.Action.STOP));
        }

        /** Has it started at boot from now on. */
        public static OfService enable(Host host, String service) {
            return new OfService(host, service, Service.Action.ENABLE, "", Optional.of(Service.Action.DISABLE));
        }

        /** Has it read its configuration again, now and when the change is taken back. */
        public static OfService again(Host host, String service, Service.Action action, String warning) {
            return new OfService(host, service, action, warning, Optional.of(action));
        }

        @Override
        public String describe() {
            return "on %s: %s service %s".formatted(host.name(), action.word(), service);
        }

        @Override
        public Optional<Undo> undo() {
            return back.map(action -> new Undo.OfService(service, action));
        }

        @Override
        public String make(Statements statements) {
            host.service(service, action);
            return "";
        }
    }

    /**
     * Nothing now, and something done to a service once all that comes after it is taken back: a daemon that reads its
     * files when it starts has to be restarted after they are as they were.
     */
    record WhenTakenBack(Host host, String service, Service.Action action) implements Change {
        @Override
        public String describe() {
            return "on %s: nothing now; when this is taken back, %s service %s"
                    .formatted(host.name(), action.word(), service);
        }

        @Override
        public Optional<Undo> undo() {
            return Optional.of(new Undo.OfService(service, action));
        }

        @Override
        public String make(Statements statements) {
            return "";
        }
    }

    /**
     * An edit of a file, or a new file.
     *
     * @param before as it was read
     * @param after its new text
     * @param warning what is to be known before; empty for nothing
     */
    record Edit(Host host, HostFile before, String after, String warning) implements Change {
        /** One about which nothing is to be known before. */
        public Edit(Host host, HostFile before, String after) {
            this(host, before, after, "");
        }

        @Override
        public String describe() {
            return Diffs.unified(host.name(), before, after);
        }

        @Override
        public Optional<Undo> undo() {
            return Optional.of(new Undo.Edit(before, after));
        }

        @Override
        public String make(Statements statements) {
            return host.replace(before, after).map("kept as "::concat).orElse("");
        }
    }
}
