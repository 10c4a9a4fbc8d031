package io.vmsh.batch;

import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that a script's statements are bound to. */
public interface Grammar {
    /**
     * Binds one statement.
     *
     * @throws io.vmsh.spec.UsageException when there is no such command, or it does not take these words
     */
    Invocation bind(List<Token.Word> words);

    /** What a statement does to the world. */
    Effect effect(Invocation statement);

    /**
     * Does to the sessions what the statement will do to them, without opening any.
     *
     * @throws io.vmsh.spec.UsageException when it names one that will not be there
     */
    void foresee(Invocation statement, Sessions sessions);

    /** Whether the statement changes what others run with: the current session, the working folder. */
    boolean changesShell(Invocation statement);

    /** The session that a statement is run on now; null when it needs none. */
    @Nullable
    String session(Invocation statement);

    /** The text of a statement without its secrets. */
    String safe(String text);
}
