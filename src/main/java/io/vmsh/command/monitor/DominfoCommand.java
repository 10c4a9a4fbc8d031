package io.vmsh.command.monitor;

import static io.vmsh.spec.Group.MONITOR;
import static io.vmsh.spec.Value.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Field;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDetails;
import io.vmsh.hypervisor.DomainDetails.Security;
import io.vmsh.hypervisor.DomainInfo;
import io.vmsh.spec.Address;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Spec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the basics of one guest. */
final class DominfoCommand implements Command {
    private static final Arg<Address> GUEST = Arg.of("domain", DOMAIN, "name, id or UUID of the guest");
    private static final int LABEL_WIDTH = 16;
    /** {@code UINT_MAX}: the guest may take what it wants. */
    private static final long NO_LIMIT = 0xffff_ffffL;
    /** A tenth of a second, in nanoseconds. */
    private static final long TENTH = 100_000_000;
    /** More nanoseconds than a double can be wrong by, even for a thousand years of them. */
    private static final long NEAR_TIE = 10_000;

    @Override
    public Spec spec() {
        return Spec.of("dominfo", MONITOR, "show the basics of a guest")
                .takes(GUEST)
                .example("dominfo test", "its id, state, processors and memory");
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(GUEST)) {
            DomainDetails details = domain.details();
            List<Field> fields = new ArrayList<>();
            fields.add(
                    domain.id() < 0
                            ? Field.of("Id", "id", "-", null)
                            : Field.of("Id", "id", "" + domain.id(), domain.id()));
            fields.add(Field.of("Name", "name", domain.name()));
            fields.add(Field.of("UUID", "uuid", domain.uuid()));
            if (details.osType() != null) {
                fields.add(Field.of("OS Type", "osType", details.osType()));
            }
            use(fields, details.info());
            habits(fields, details);
            if (details.security() != null) {
                security(fields, details.security());
            }
            if (!details.messages().isEmpty()) {
                String text = String.join("\n" + " ".repeat(LABEL_WIDTH), details.messages());
                fields.add(Field.of("Messages", "messages", text, details.messages()));
            }
            return new Result.Fields(fields, LABEL_WIDTH);
        }
    }

    private static void use(List<Field> fields, DomainInfo info) {
        fields.add(Field.of("State", "state", info.state().label()));
        fields.add(Field.of("CPU(s)", "vcpus", "" + info.vcpus(), info.vcpus()));
        if (info.cpuTimeNanos() != 0) {
            fields.add(Field.of("CPU time", "cpuTimeNanoseconds", seconds(info.cpuTimeNanos()), info.cpuTimeNanos()));
        }
        String most = info.maxMemoryKib() == NO_LIMIT ? "no limit" : info.maxMemoryKib() + " KiB";
        fields.add(Field.of("Max memory", "maxMemoryKiB", most, info.maxMemoryKib()));
        fields.add(Field.of("Used memory", "usedMemoryKiB", info.memoryKib() + " KiB", info.memoryKib()));
    }

    /** Through a double and with ties to the even digit, as {@code printf} in C does it. */
    static String seconds(long nanos) {
        long beyondHalf = Math.floorMod(nanos, TENTH) - TENTH / 2;
        // Exact arithmetic takes longer than all the rest of a statement, and only near a tie can it matter.
        if (Math.abs(beyondHalf) > NEAR_TIE && nanos >= 0) {
            long tenths = nanos / TENTH + (beyondHalf > 0 ? 1 : 0);
            return tenths / 10 + "." + tenths % 10 + "s";
        }
        return new BigDecimal(nanos / 1e9).setScale(1, RoundingMode.HALF_EVEN) + "s";
    }

    private static void habits(List<Field> fields, DomainDetails details) {
        fields.add(Field.of("Persistent", "persistent", yesOrNo(details.persistent()), details.persistent()));
        if (details.autostart() != null) {
            fields.add(Field.of(
                    "Autostart", "autostart", details.autostart() ? "enable" : "disable", details.autostart()));
        }
        fields.add(Field.of("Managed save", "managedSave", yesOrNo(details.managedSave()), details.managedSave()));
    }

    private static String yesOrNo(@Nullable Boolean answer) {
        if (answer == null) {
            return "unknown";
        }
        return answer ? "yes" : "no";
    }

    private static void security(List<Field> fields, Security security) {
        fields.add(Field.of("Security model", "securityModel", security.model()));
        fields.add(Field.of("Security DOI", "securityDoi", security.doi()));
        if (!security.label().isEmpty()) {
            String text = "%s (%s)".formatted(security.label(), security.enforcing() ? "enforcing" : "permissive");
            fields.add(Field.of("Security label", "securityLabel", text, security.label()));
        }
    }
}
