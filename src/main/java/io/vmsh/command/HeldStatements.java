package io.vmsh.command;

import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Rest;
import io.vmsh.spec.UsageException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The statements that another one holds, such as {@code on all 'list; version'}.
 *
 * @param words the last words of the other, as they were typed
 */
public record HeldStatements(Rest<String> words) {
    /**
     * Reads them.
     *
     * @throws UsageException for the first mistake, with a place in their own text
     */
    public List<Invocation> of(Invocation statement, Interpreter interpreter) {
        return interpreter.parse(statement.all(words));
    }

    /** The strongest effect of them. */
    public Effect effect(Invocation statement, Interpreter interpreter) {
        return interpreter.effect(of(statement, interpreter));
    }

    /**
     * Reads them and checks what is special about them here.
     *
     * @throws UsageException for the first mistake, with the place of the whole statement
     */
    public void check(Invocation statement, Interpreter interpreter, Consumer<List<Invocation>> special) {
        try {
            special.accept(of(statement, interpreter));
        } catch (UsageException mistake) {
            throw new UsageException(mistake.lines(), statement.start(), statement.end());
        }
    }
}
