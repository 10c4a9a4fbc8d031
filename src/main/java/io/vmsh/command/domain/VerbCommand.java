package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainLife;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.function.Consumer;

/**
 * A word that does one thing to a guest and takes nothing but its name.
 *
 * @param fits state of the guests that it can be done to
 * @param done what has become of the guest afterwards
 */
record VerbCommand(String name, String summary, String fits, String done, Consumer<DomainLife> action)
        implements Command {

    static final VerbCommand SUSPEND =
            new VerbCommand("suspend", "let a guest stand still", "running", "suspended", DomainLife::suspend);
    static final VerbCommand RESUME =
            new VerbCommand("resume", "let a guest that stands still go on", "paused", "resumed", DomainLife::resume);

    private Arg<Address> guest() {
        return Guests.named(Value.DOMAIN.in(fits));
    }

    @Override
    public Spec spec() {
        return Spec.of(name, DOMAIN, summary)
                .takes(guest())
                .effect(Effect.CHANGES)
                .example(name + " test", "Domain 'test' " + done);
    }

    @Override
    public Result run(Call call) {
        String word = call.name(call.get(guest()));
        try (Domain domain = call.domain(word)) {
            CommandFailure.saying("Failed to %s domain '%s'".formatted(name, word), () -> action.accept(domain.life()));
            return Result.done("Domain '%s' %s", word, done);
        }
    }
}
