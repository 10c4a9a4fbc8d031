package io.vmsh.batch;

import io.vmsh.batch.Condition.Subject;
import io.vmsh.spec.UsageException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads conditions: {@code not} before {@code and} before {@code or}. */
final class ConditionParser {
    /** Enough for anybody; keeps a hostile file from exhausting the stack. */
    private static final int MOST_WORDS = 200;

    private final List<Word> words;
    private final int end;
    private int next;

    /**
     * Reads from a statement's words.
     *
     * @param next the first word of the condition
     * @param end where the statement ends, for what is missing there
     */
    ConditionParser(List<Word> words, int next, int end) {
        this.words = words;
        this.next = next;
        this.end = end;
    }

    /** The words that come after the condition. */
    List<Word> rest() {
        return words.subList(next, words.size());
    }

    /**
     * Reads the condition.
     *
     * @throws UsageException when it is none
     */
    Condition read() {
        if (words.size() > MOST_WORDS) {
            throw new UsageException(
                    "this condition is too long", words.getFirst().start(), end);
        }
        Condition left = conjunction();
        while (nextIs("or")) {
            next++;
            left = new Condition.Either(left, conjunction());
        }
        return left;
    }

    private Condition conjunction() {
        Condition left = single();
        while (nextIs("and")) {
            next++;
            left = new Condition.Both(left, single());
        }
        return left;
    }

    private Condition single() {
        if (nextIs("not")) {
            next++;
            return new Condition.Not(single());
        }
        Word first = take("a condition");
        Subject subject = subject(first);
        if (subject != null && !nextIs("==") && !nextIs("!=")) {
            return is(subject);
        }
        Word operator = take("'==', '!=' or one of: domain, pool, network, session before a name");
        if (!operator.is("==") && !operator.is("!=")) {
            throw mistake(first, "a condition is 'domain NAME is STATE' (or pool, network, session) or 'ONE == OTHER'");
        }
        Condition same = new Condition.Same(first, take("a value"));
        return operator.is("==") ? same : new Condition.Not(same);
    }

    private Condition is(Subject subject) {
        String kind = subject.name().toLowerCase(Locale.ROOT);
        Word name = take("the name of a " + kind);
        Word is = take("'is'");
        if (!is.is("is")) {
            throw mistake(is, "expected 'is'");
        }
        Word state = take("a state: " + String.join(", ", subject.states()));
        if (!subject.states().contains(state.raw())) {
            throw mistake(
                    state,
                    "a %s is never '%s'; it may be %s"
                            .formatted(kind, state.raw(), String.join(", ", subject.states())));
        }
        return new Condition.Is(subject, name, state);
    }

    private static @Nullable Subject subject(Word word) {
        for (Subject subject : Subject.values()) {
            if (word.is(subject.name().toLowerCase(Locale.ROOT))) {
                return subject;
            }
        }
        return null;
    }

    private boolean nextIs(String keyword) {
        return next < words.size() && words.get(next).is(keyword);
    }

    private Word take(String what) {
        if (next == words.size()) {
            throw new UsageException("expected " + what, words.getFirst().start(), end);
        }
        return words.get(next++);
    }

    private static UsageException mistake(Word word, String message) {
        return new UsageException(message, word.start(), word.end());
    }
}
