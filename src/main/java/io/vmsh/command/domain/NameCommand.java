package io.vmsh.command.domain;

import static io.vmsh.hypervisor.DomainKey.ID;
import static io.vmsh.hypervisor.DomainKey.NAME;
import static io.vmsh.hypervisor.DomainKey.UUID;
import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainKey;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Spec;
import java.util.Collections;
import java.util.function.Function;

/**
 * Turns one kind of a guest's names into another.
 *
 * @param one a kind of names that it takes
 * @param other the second kind
 */
record NameCommand(
        String name,
        String summary,
        Arg<Address> guest,
        DomainKey one,
        DomainKey other,
        Function<Domain, Result> answer)
        implements Command {

    static final NameCommand DOMID =
            new NameCommand("domid", "show the id of a guest", Guests.ACTIVE, NAME, UUID, NameCommand::id);
    static final NameCommand DOMUUID = new NameCommand(
            "domuuid",
            "show the UUID of a guest",
            Guests.ANY,
            NAME,
            ID,
            domain -> Result.line("uuid", domain.uuid(), domain.uuid()));
    static final NameCommand DOMNAME = new NameCommand(
            "domname",
            "show the name of a guest",
            Guests.ANY,
            ID,
            UUID,
            domain -> Result.line("name", domain.name(), domain.name()));

    private static Result id(Domain domain) {
        int id = domain.id();
        return id < 0
                ? new Result.Document("-\n", Collections.singletonMap("id", null))
                : Result.line("id", "" + id, id);
    }

    @Override
    public Spec spec() {
        return Spec.of(name, DOMAIN, summary).takes(guest).example(name + " 1", "");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(guest, one, other)) {
            return answer.apply(domain);
        }
    }
}
