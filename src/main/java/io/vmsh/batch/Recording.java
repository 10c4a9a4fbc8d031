package io.vmsh.batch;

import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Spec;
import io.vmsh.spec.StatementText;
import io.vmsh.spec.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A script that grows with what is done in the shell: each session is connected to before it is first needed, a statement
 * that failed is a comment with its error, and a secret is a question. Each line is in the file when its statement ends.
 */
public final class Recording {
    /** What is about the shell and not about hosts. */
    private static final Set<String> LEFT_OUT = Set.of("record", "history", "quit", "exit");

    /** What changes the current session, in the script as in the shell. */
    private static final Set<String> CHANGES_CURRENT = Set.of("connect", "use", "disconnect");

    private static final String PLACE = "vmsh-secret-";

    private final Path file;
    private final Set<String> connected = new LinkedHashSet<>();
    /** The session that will be current in the script; the shell's may be another where no statement needed it. */
    private String current = "";

    private int statements;
    private int secrets;

    private Recording(Path file) {
        this.file = file;
    }

    /**
     * Begins a file.
     *
     * @throws IOException when it is there already or cannot be made
     */
    public static Recording begin(Path file) throws IOException {
        String head = "# Recorded by vmsh, %s\n".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        Files.writeString(file, head, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Recording(file);
    }

    public Path file() {
        return file;
    }

    /** How many statements it has, failed ones not counted. */
    public synchronized int statements() {
        return statements;
    }

    /** The sessions as they are when a statement begins: it may change them. */
    public synchronized Before before(Invocation statement, Sessions sessions) {
        return new Before(
                statement,
                List.copyOf(used(statement, sessions)),
                sessions.current().map(Session::name).orElse(""));
    }

    /** A statement that has begun, and what it needs. */
    public record Before(Invocation statement, List<Session> used, String current) {}

    /**
     * Writes a statement that has ended.
     *
     * @param errors what it failed with; empty when it did not
     * @throws IOException when it cannot be written
     */
    public synchronized void after(Before before, Sessions sessions, List<String> errors) throws IOException {
        String name = before.statement().spec().name();
        if (LEFT_OUT.contains(name)) {
            return;
        }
        List<String> lines = new ArrayList<>();
        if (!errors.isEmpty()) {
            lines.add("# failed: " + text(before.statement(), new LinkedHashMap<>()));
            errors.forEach(error -> error.lines().forEach(line -> lines.add("# error: " + line)));
        } else if (name.equals("connect")) {
            sessions.current().ifPresent(session -> lines.add(connect(session)));
            statements++;
        } else {
            before.used().forEach(session -> introduce(session, lines));
            use(before, lines);
            Map<String, String> questions = new LinkedHashMap<>();
            String text = text(before.statement(), questions);
            questions.forEach(
                    (variable, question) -> lines.add("ask \"%s\" as %s hidden".formatted(question, variable)));
            lines.add(text);
            statements++;
        }
        if (errors.isEmpty() && CHANGES_CURRENT.contains(name)) {
            current = sessions.current().map(Session::name).orElse("");
        }
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    /** Connects to a session that has not been there so far. */
    private void introduce(Session session, List<String> lines) {
        if (!connected.contains(session.name())) {
            lines.add(connect(session));
            current = session.name();
        }
    }

    /** Goes back to the session that was current where connecting to others has changed it. */
    private void use(Before before, List<String> lines) {
        Spec spec = before.statement().spec();
        boolean needed = spec.connects() || spec.name().equals("disconnect");
        if (needed && connected.contains(before.current()) && !before.current().equals(current)) {
            lines.add("use " + StatementText.quote(before.current()));
            current = before.current();
        }
    }

    private String connect(Session session) {
        connected.add(session.name());
        String uri = session.request().uri();
        StringBuilder text = new StringBuilder("connect --name ").append(StatementText.quote(session.name()));
        text.append(session.readOnly() ? " --readonly" : "");
        text.append(session.tags().isEmpty() ? "" : " --tag " + String.join(",", session.tags()));
        return text.append(uri == null ? " ''" : " " + StatementText.quote(uri)).toString();
    }

    /** The sessions that a statement's words name, and the current one where it needs one. */
    private static Set<Session> used(Invocation statement, Sessions sessions) {
        Set<Session> used = new LinkedHashSet<>();
        for (List<String> words : statement.words().values()) {
            for (String word : words) {
                used.addAll(named(word, sessions));
            }
        }
        if (statement.spec().connects()) {
            sessions.current().ifPresent(used::add);
        }
        return used;
    }

    private static List<Session> named(String word, Sessions sessions) {
        int slash = word.indexOf('/');
        try {
            return Selector.parse(slash > 0 ? word.substring(0, slash) : word).in(sessions);
        } catch (UsageException none) {
            return List.of();
        }
    }

    /** A statement as it is typed, with variables for its secrets. */
    private String text(Invocation statement, Map<String, String> questions) {
        StatementText text = StatementText.of(statement).forScript();
        for (Parameter parameter : statement.spec().parameters()) {
            if (parameter instanceof Opt<?> option && option.secret() && statement.has(option)) {
                String variable = "secret" + ++secrets;
                questions.put(
                        variable,
                        "%s for %s?".formatted(option.name(), statement.spec().name()));
                text.with(option.name(), PLACE + variable);
            }
        }
        String typed = text.toString();
        for (String variable : questions.keySet()) {
            typed = typed.replace(PLACE + variable, "${" + variable + "}");
        }
        return typed;
    }
}
