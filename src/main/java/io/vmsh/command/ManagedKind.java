package io.vmsh.command;

import io.vmsh.hypervisor.Managed;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * A kind of objects whose commands are alike.
 *
 * @param prefix what its commands start with, {@code pool} for one
 * @param label what sentences call it, at their start
 * @param example name of one in examples
 * @param find the object that an argument names; the caller closes it
 */
public record ManagedKind<T extends Managed>(
        String prefix, String label, Group group, String example, BiFunction<Call, Arg<Address>, T> find) {

    /** What sentences call it, in their middle. */
    String noun() {
        return label.toLowerCase(Locale.ROOT);
    }
}
