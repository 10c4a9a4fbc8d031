package io.vmsh.spec;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the values of secret options out of what is written down. */
public final class Secrets {
    /** What stands in the place of a secret. */
    public static final String STARS = "***";

    private Secrets() {}

    /** The text with {@code ***} in place of each secret value; statements that are wrong otherwise are searched too. */
    public static String hidden(String text, Function<String, @Nullable Spec> specs) {
        StringBuilder safe = new StringBuilder(text);
        List<Part> parts = Reading.parts(text, specs);
        for (Part part : parts.reversed()) {
            if (part.parameter() instanceof Opt<?> option && option.secret()) {
                int start = valueStart(part, text);
                if (start >= 0) {
                    safe.replace(start, part.word().end(), STARS);
                }
            }
        }
        return safe.toString();
    }

    /** Where a value begins in the text; -1 for the bare name of an option. */
    private static int valueStart(Part part, String text) {
        if (part.role() == Part.Role.VALUE) {
            return part.word().start();
        }
        int equals = text.indexOf('=', part.word().start());
        return equals >= 0 && equals < part.word().end() ? equals + 1 : -1;
    }
}
