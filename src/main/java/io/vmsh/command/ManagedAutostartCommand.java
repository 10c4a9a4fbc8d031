package io.vmsh.command;

import io.vmsh.hypervisor.Managed;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;

/** Has an object start with its host, or not. */
public record ManagedAutostartCommand(ManagedKind<?> kind, String summary, Arg<Address> argument) implements Command {
    private static final Flag DISABLE = Flag.of("disable", "do not start it with the host any more");

    @Override
    public Spec spec() {
        String example = kind.prefix() + "-autostart " + kind.example();
        String object = kind.label() + " " + kind.example();
        return Spec.of(kind.prefix() + "-autostart", kind.group(), summary)
                .takes(argument, DISABLE)
                .effect(Effect.CHANGES)
                .example(example, object + " marked as autostarted")
                .example(example + " --disable", object + " unmarked as autostarted");
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(argument));
        String mark = call.has(DISABLE) ? "unmark" : "mark";
        try (Managed object = kind.find().apply(call, argument)) {
            CommandFailure.saying(
                    "failed to %s %s %s as autostarted".formatted(mark, kind.noun(), word),
                    () -> object.setAutostart(!call.has(DISABLE)));
            return Result.done("%s %s %sed as autostarted", kind.label(), word, mark);
        }
    }
}
