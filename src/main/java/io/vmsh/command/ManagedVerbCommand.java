package io.vmsh.command;

import io.vmsh.hypervisor.Managed;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Spec;
import java.util.function.Consumer;

/**
 * A word that does one thing to an object and takes nothing but its name.
 *
 * @param verb what follows the kind's prefix in its name
 * @param argument which objects it can be done to
 * @param done what has become of the object afterwards
 */
public record ManagedVerbCommand<T extends Managed>(
        ManagedKind<T> kind,
        String verb,
        String summary,
        Arg<Address> argument,
        Effect effect,
        String done,
        Consumer<T> action)
        implements Command {

    @Override
    public Spec spec() {
        String name = kind.prefix() + "-" + verb;
        return Spec.of(name, kind.group(), summary)
                .takes(argument)
                .effect(effect)
                .example(name + " " + kind.example(), "%s %s %s".formatted(kind.label(), kind.example(), done));
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(argument));
        try (T object = kind.find().apply(call, argument)) {
            CommandFailure.saying("Failed to %s %s %s".formatted(verb, kind.noun(), word), () -> action.accept(object));
            return Result.done("%s %s %s", kind.label(), word, done);
        }
    }
}
