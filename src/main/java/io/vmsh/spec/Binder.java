package io.vmsh.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Binds words to commands by virsh's grammar. Everything is read before anything is returned: one bad word, and there is
 * nothing to run.
 */
public final class Binder {
    private final Function<String, @Nullable Spec> specs;

    /**
     * A binder for a set of commands.
     *
     * @param specs finds a command by its exact name
     */
    public Binder(Function<String, @Nullable Spec> specs) {
        this.specs = specs;
    }

    /**
     * Binds all statements.
     *
     * @throws UsageException for the first mistake in reading order
     */
    public List<Invocation> bind(Lexer lexer) {
        List<Invocation> statements = new ArrayList<>();
        while (true) {
            Token token = lexer.next();
            if (token instanceof Token.Word name) {
                token = statement(name, lexer, statements);
            }
            if (token instanceof Token.End) {
                return List.copyOf(statements);
            }
        }
    }

    /** Reads one statement and returns the token that ended it. */
    private Token statement(Token.Word name, Lexer lexer, List<Invocation> statements) {
        if (name.text().startsWith("#")) {
            return skipStatement(lexer);
        }
        Spec spec = specs.apply(name.text());
        if (spec == null) {
            throw new UsageException("unknown command: '%s'".formatted(name.text()), name.start(), name.end());
        }
        StatementBinder binder = new StatementBinder(spec, name);
        Token token = lexer.next();
        while (token instanceof Token.Word word) {
            binder.take(word, lexer);
            token = lexer.next();
        }
        statements.add(binder.finish(specs));
        return token;
    }

    /** Skips what a quoted {@code #} has turned into a comment; virsh minds nothing in it, not even an open quote. */
    private static Token skipStatement(Lexer lexer) {
        try {
            Token token = lexer.next();
            while (token instanceof Token.Word) {
                token = lexer.next();
            }
            return token;
        } catch (UsageException unreadable) {
            return new Token.End(unreadable.end(), unreadable.end());
        }
    }
}
