package io.vmsh.command;

import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Field;
import io.vmsh.hypervisor.HypervisorException;
import java.util.function.BooleanSupplier;

/** Yes and no for people, true and false for programs. */
public final class YesOrNo {
    private YesOrNo() {}

    public static Cell cell(boolean value) {
        return Cell.of(text(value), value);
    }

    /**
     * A property that has to be asked for.
     *
     * @param otherwise what to show when there is no answer
     */
    public static Field field(String label, String key, BooleanSupplier question, String otherwise) {
        try {
            boolean answer = question.getAsBoolean();
            return Field.of(label, key, text(answer), answer);
        } catch (HypervisorException unknown) {
            return Field.of(label, key, otherwise, null);
        }
    }

    private static String text(boolean value) {
        return value ? "yes" : "no";
    }
}
