package io.vmsh.document;

import io.vmsh.command.Commands;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Key;
import io.vmsh.spec.Noun;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Suggests;
import java.util.List;

/** A file that is made from the commands. */
interface Page {
    /** Its path from the project's root. */
    String path();

    /** What it has to hold. */
    String content(Commands commands);

    /** All commands in the order of help. */
    static List<Spec> specs(Commands commands) {
        return commands.all().stream().map(command -> command.spec()).toList();
    }

    /** What the user may name with {@code --}, old names left out. */
    static List<Parameter> options(Spec spec) {
        return spec.accepted().stream()
                .filter(parameter -> !(parameter instanceof Alias))
                .toList();
    }

    /** What bare words fill, in order. */
    static List<Key<?>> positions(Spec spec) {
        return spec.parameters().stream()
                .filter(parameter -> parameter instanceof Key<?>)
                .<Key<?>>map(parameter -> (Key<?>) parameter)
                .filter(Key::positional)
                .toList();
    }

    static String help(Parameter parameter) {
        return switch (parameter) {
            case Flag flag -> flag.help();
            case Key<?> key -> key.help();
            case Alias alias -> "";
        };
    }

    /** A word for the kind of values that a shell should offer: {@code domain}, {@code words:a b}, {@code file}, {@code none}. */
    static String kind(Key<?> key) {
        return switch (key.value().suggests()) {
            case Suggests.Words words -> words.words().isEmpty() ? "none" : "words:" + String.join(" ", words.words());
            case Suggests.Files files -> "file";
            case Suggests.Objects objects -> kind(objects.noun());
        };
    }

    private static String kind(Noun noun) {
        return switch (noun) {
            case DOMAIN -> "domain";
            case POOL -> "pool";
            case NETWORK -> "network";
            case COMMAND -> "command";
            case SESSION -> "session";
            case SELECTOR -> "session";
            case VOLUME, SNAPSHOT -> "none";
        };
    }

    /** A parameter as a synopsis shows it. */
    static String synopsis(Parameter parameter) {
        return switch (parameter) {
            case Flag flag -> "[--" + flag.name() + "]";
            case Rest<?> rest -> rest.required() ? "<" + rest.name() + ">..." : "[<" + rest.name() + ">...]";
            case Opt<?> opt
            when opt.required() -> "--" + opt.name() + " <" + opt.value().label() + ">";
            case Opt<?> opt -> "[--" + opt.name() + " <" + opt.value().label() + ">]";
            case Key<?> key -> "<" + key.name() + ">";
            case Alias alias -> "";
        };
    }
}
