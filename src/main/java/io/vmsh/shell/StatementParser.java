package io.vmsh.shell;

import io.vmsh.command.Interpreter;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.ParsedInput;

/** Reads one statement by virsh's grammar, in place of Spring Shell's own; and back into what a command runs with. */
final class StatementParser implements CommandParser {
    private final Interpreter interpreter;

    StatementParser(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * Reads one statement: each value as an option with its name, each flag as one without a value.
     *
     * @throws io.vmsh.spec.UsageException for the first mistake
     */
    @Override
    public ParsedInput parse(String text) {
        Invocation statement = interpreter.parse(text).getFirst();
        ParsedInput.Builder input =
                ParsedInput.builder().commandName(statement.spec().name());
        statement
                .words()
                .forEach((name, values) -> values.forEach(value -> input.addOption(
                        CommandOption.with().longName(name).value(value).build())));
        statement
                .flags()
                .forEach(name -> input.addOption(
                        CommandOption.with().longName(name).type(boolean.class).build()));
        return input.build();
    }

    /** The statement that was read. */
    static Invocation invocation(Spec spec, ParsedInput input) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        Set<String> flags = new HashSet<>();
        for (CommandOption option : input.options()) {
            if (option.type() == boolean.class) {
                flags.add(option.longName());
            } else {
                words.computeIfAbsent(option.longName(), name -> new ArrayList<>())
                        .add(option.value());
            }
        }
        return new Invocation(spec, words, flags, 0, 0);
    }
}
