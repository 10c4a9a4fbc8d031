package io.vmsh.command;

import io.vmsh.hypervisor.Managed;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Example;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Spec;

/**
 * Shows an object's description.
 *
 * @param part an XPath expression as an example, and what it shows
 */
public record ManagedDumpxmlCommand(ManagedKind<?> kind, String summary, Arg<Address> argument, Example part)
        implements Command {
    private static final Flag INACTIVE = Flag.of("inactive", "what the next start uses, not what runs");

    @Override
    public Spec spec() {
        String example = kind.prefix() + "-dumpxml " + kind.example();
        return Spec.of(kind.prefix() + "-dumpxml", kind.group(), summary)
                .takes(argument, INACTIVE, XmlSelection.XPATH, XmlSelection.WRAP)
                .example(example, "the whole description")
                .example(example + " --xpath " + part.statement(), part.shows());
    }

    @Override
    public Result run(Call call) {
        try (Managed object = kind.find().apply(call, argument)) {
            return XmlSelection.of(call, object.xml(call.has(INACTIVE)));
        }
    }
}
