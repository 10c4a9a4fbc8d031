package io.vmsh.command;

import io.vmsh.hypervisor.HypervisorException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The loop of all {@code …-edit} commands: shows the XML of an object in an editor, and hands it back when it was changed.
 * What the hypervisor refuses, and what somebody else changed meanwhile, may be edited again.
 */
public final class XmlEditing {
    private static final String HELP = """
            y - yes, start editor again
            n - no, throw away my changes
            f - force, try to redefine again
            ? - print this help""";

    private final Call call;
    private final Supplier<String> read;
    private final Consumer<String> define;
    /** The XML as the hypervisor had it when last asked. */
    private String seen = "";

    /**
     * An editing of one object.
     *
     * @param read gets the object's XML
     * @param define puts changed XML into effect
     */
    public XmlEditing(Call call, Supplier<String> read, Consumer<String> define) {
        this.call = call;
        this.read = read;
        this.define = define;
    }

    /**
     * Has it edited.
     *
     * @return whether it was changed
     * @throws CommandFailure when the editor fails, or the change is refused and given up
     */
    public boolean edit() {
        seen = read.get();
        try (Editor editor = new Editor(call, seen)) {
            String edited;
            do {
                edited = editor.edit();
                if (edited.equals(seen)) {
                    return false;
                }
            } while (!comesIntoEffect(edited));
            return true;
        }
    }

    /** Tries until it is in effect; false when it is to be edited again. */
    private boolean comesIntoEffect(String edited) {
        Refusal refusal = attempt(edited);
        while (refusal != null) {
            if (!triesAsItIs(refusal)) {
                return false;
            }
            refusal = attempt(edited);
        }
        return true;
    }

    /** Puts it into effect unless somebody else was faster, which is told once. */
    private @Nullable Refusal attempt(String edited) {
        String now = read.get();
        if (!now.equals(seen)) {
            seen = now;
            return Refusal.CHANGED_BY_OTHERS;
        }
        return define(edited);
    }

    /** Why a change is not in effect. */
    private record Refusal(String line, @Nullable HypervisorException reason) {
        static final Refusal CHANGED_BY_OTHERS =
                new Refusal("The XML configuration was changed by another user.", null);

        CommandFailure givenUp() {
            return reason == null ? CommandFailure.of(line) : CommandFailure.because(reason, line);
        }
    }

    private @Nullable Refusal define(String xml) {
        try {
            define.accept(xml);
            return null;
        } catch (HypervisorException reason) {
            return new Refusal("Failed.", reason);
        }
    }

    /** Asks how to go on: true for once more as it is, false for editing it again. */
    private boolean triesAsItIs(Refusal refusal) {
        Dialog dialog = call.dialog();
        if (!dialog.interactive()) {
            throw refusal.givenUp();
        }
        if (refusal.reason() != null) {
            dialog.say("error: " + refusal.reason().message());
        }
        while (true) {
            String answer = dialog.ask(refusal.line() + " Try again? [y,n,f,?]: ", true);
            switch (answer == null ? "n" : answer.strip().toLowerCase(Locale.ROOT)) {
                case "y" -> {
                    return false;
                }
                case "f" -> {
                    return true;
                }
                case "n" -> throw refusal.givenUp();
                default -> dialog.say(HELP);
            }
        }
    }
}
