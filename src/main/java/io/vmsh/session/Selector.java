package io.vmsh.session;

import io.vmsh.spec.Nearest;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which sessions, as one word: {@code kvm1}, {@code kvm1,kvm2}, {@code @prod} for those with a tag, {@code web*} by
 * pattern, {@code all}.
 */
public record Selector(List<String> parts) {
    private static final String ALL = "all";
    private static final char TAG = '@';

    public Selector {
        parts = List.copyOf(parts);
    }

    /** Reads a selector. */
    public static Selector parse(String word) {
        return new Selector(List.of(word.split(",", -1)));
    }

    /**
     * The sessions it names, each once, in the order in which the parts name them and else in the sessions' own.
     *
     * @throws UsageException when a part names none
     */
    public List<Session> in(Sessions sessions) {
        Set<Session> found = new LinkedHashSet<>();
        for (String part : parts) {
            List<Session> named = sessions.all().stream().filter(matching(part)).toList();
            if (named.isEmpty()) {
                throw new UsageException(unknown(part, sessions), 0, 0);
            }
            found.addAll(named);
        }
        return List.copyOf(found);
    }

    private static Predicate<Session> matching(String part) {
        if (part.equals(ALL)) {
            return session -> true;
        }
        if (isTag(part)) {
            return session -> session.tags().contains(part.substring(1));
        }
        if (part.contains("*")) {
            Pattern pattern = Pattern.compile(Pattern.quote(part).replace("*", "\\E.*\\Q"));
            return session -> pattern.matcher(session.name()).matches();
        }
        return session -> session.name().equals(part);
    }

    private static boolean isTag(String part) {
        return !part.isEmpty() && part.charAt(0) == TAG;
    }

    private static String unknown(String part, Sessions sessions) {
        if (sessions.all().isEmpty()) {
            return "no sessions: open one with 'connect URI'";
        }
        if (isTag(part)) {
            List<String> tags = new ArrayList<>();
            sessions.all().forEach(session -> session.tags().forEach(tag -> tags.add(TAG + tag)));
            return "no session has the tag '%s'%s"
                    .formatted(part.substring(1), Nearest.question(part, new LinkedHashSet<>(tags)));
        }
        List<String> names = sessions.all().stream().map(Session::name).toList();
        return "no session named '%s'%s".formatted(part, Nearest.question(part, names));
    }
}
