package io.vmsh.command.monitor;

import static io.vmsh.spec.Group.MONITOR;
import static io.vmsh.spec.Value.DOMAIN;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.DomainStats;
import io.vmsh.hypervisor.Domains;
import io.vmsh.hypervisor.StatsGroup;
import io.vmsh.hypervisor.StatsOption;
import io.vmsh.spec.Address;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows statistics of guests. */
final class DomstatsCommand implements Command {
    private static final Map<Flag, StatsGroup> GROUPS = groups();
    private static final Map<Flag, StatsOption> FILTERS = filters();
    private static final Flag RAW = Flag.of("raw", "as libvirt tells them, which they are anyway");
    private static final Flag ENFORCE = Flag.of("enforce", "fail when the host cannot tell what is asked for");
    private static final Flag BACKING = Flag.of("backing", "images that disks are based on, too");
    private static final Flag NOWAIT = Flag.of("nowait", "only what can be told at once");
    private static final Rest<Address> GUESTS = Rest.of("domain", DOMAIN, "these guests only");
    private static final Map<Flag, StatsOption> MANNERS = Map.of(
            ENFORCE, StatsOption.ENFORCE_STATS,
            BACKING, StatsOption.BACKING,
            NOWAIT, StatsOption.NOWAIT);

    private static Map<Flag, StatsGroup> groups() {
        Map<Flag, StatsGroup> groups = new LinkedHashMap<>();
        groups.put(Flag.of("state", "state of the guest"), StatsGroup.STATE);
        groups.put(Flag.of("cpu-total", "processor time on the host"), StatsGroup.CPU_TOTAL);
        groups.put(Flag.of("balloon", "memory given and taken"), StatsGroup.BALLOON);
        groups.put(Flag.of("vcpu", "each virtual processor"), StatsGroup.VCPU);
        groups.put(Flag.of("interface", "each network interface"), StatsGroup.INTERFACE);
        groups.put(Flag.of("block", "each disk"), StatsGroup.BLOCK);
        groups.put(Flag.of("perf", "counters of the processor"), StatsGroup.PERF);
        groups.put(Flag.of("iothread", "threads for input and output"), StatsGroup.IOTHREAD);
        groups.put(Flag.of("memory", "memory bandwidth"), StatsGroup.MEMORY);
        groups.put(Flag.of("dirtyrate", "how fast memory is written to"), StatsGroup.DIRTYRATE);
        groups.put(Flag.of("vm", "what only this kind of hypervisor knows"), StatsGroup.VM);
        return groups;
    }

    private static Map<Flag, StatsOption> filters() {
        Map<Flag, StatsOption> filters = new LinkedHashMap<>();
        filters.put(Flag.of("list-active", "only active guests"), StatsOption.ACTIVE);
        filters.put(Flag.of("list-inactive", "only guests that are not active"), StatsOption.INACTIVE);
        filters.put(Flag.of("list-persistent", "only guests with a definition"), StatsOption.PERSISTENT);
        filters.put(Flag.of("list-transient", "only guests without a definition"), StatsOption.TRANSIENT);
        filters.put(Flag.of("list-running", "only guests that run"), StatsOption.RUNNING);
        filters.put(Flag.of("list-paused", "only guests that stand still"), StatsOption.PAUSED);
        filters.put(Flag.of("list-shutoff", "only guests that are shut off"), StatsOption.SHUTOFF);
        filters.put(Flag.of("list-other", "only guests in any other state"), StatsOption.OTHER);
        return filters;
    }

    @Override
    public Spec spec() {
        List<Parameter> parameters = new ArrayList<>(GROUPS.keySet());
        parameters.addAll(FILTERS.keySet());
        parameters.addAll(List.of(RAW, ENFORCE, BACKING, NOWAIT, GUESTS));
        return Spec.of("domstats", MONITOR, "show statistics of guests")
                .takes(parameters.toArray(Parameter[]::new))
                .example("domstats --state --cpu-total test", "state and processor time of one guest")
                .example(
                        "domstats --list-running --output json", "all that is known of the running ones, for programs");
    }

    @Override
    public Result run(Call call) {
        List<DomainStats> guests = stats(call);
        String text = guests.stream().map(DomstatsCommand::text).collect(Collectors.joining("\n"));
        return new Result.Document(
                text, guests.stream().map(DomstatsCommand::data).toList());
    }

    private static List<DomainStats> stats(Call call) {
        Set<StatsGroup> groups = call.chosen(GROUPS);
        Set<StatsOption> flags = new HashSet<>(call.chosen(FILTERS));
        flags.addAll(call.chosen(MANNERS));
        Domains domains = call.hypervisor().domains();
        if (!call.has(GUESTS)) {
            return domains.stats(groups, flags);
        }
        List<String> names = call.all(GUESTS).stream().map(call::name).toList();
        return domains.stats(names, groups, flags);
    }

    private static String text(DomainStats guest) {
        StringBuilder text = new StringBuilder("Domain: '").append(guest.name()).append("'\n");
        guest.values()
                .forEach((name, value) -> text.append("  ")
                        .append(name)
                        .append('=')
                        .append(text(value))
                        .append('\n'));
        return text.toString();
    }

    private static String text(Object value) {
        return switch (value) {
            case Double number -> String.format(Locale.ROOT, "%f", number);
            case Boolean truth -> truth ? "yes" : "no";
            default -> value.toString();
        };
    }

    private static Map<String, Object> data(DomainStats guest) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", guest.name());
        data.putAll(guest.values());
        return data;
    }
}
