package io.vmsh.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.NameOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.libvirt.jna.ConnectionPointer;

/**
 * One listing of guests, by as few calls as the driver allows.
 *
 * @param flags bits of {@code virConnectListAllDomainsFlags}
 */
record DomainListing(ConnectionPointer connection, int flags, boolean titles) {
    private static final int VIR_DOMAIN_STATS_STATE = 1;
    private static final int VIR_DOMAIN_METADATA_TITLE = 1;
    /** The filters that bulk statistics know too; the rest only listing knows. */
    private static final int STATS_FILTERS = 0xff;

    List<DomainName> names() {
        return listed(domains -> domains.stream()
                .map(LibvirtDomains::nameOf)
                .sorted(DomainListing::virshOrder)
                .toList());
    }

    List<DomainSummary> summaries() {
        List<DomainSummary> domains = new ArrayList<>((flags & ~STATS_FILTERS) == 0 ? all() : listed(this::statesOf));
        domains.sort((one, other) -> virshOrder(nameOf(one), nameOf(other)));
        return List.copyOf(domains);
    }

    private static DomainName nameOf(DomainSummary domain) {
        return new DomainName(domain.id(), domain.name(), domain.uuid());
    }

    /** Running guests by id, then the others by name. Comparator's own combinators would cost each start 7 ms. */
    private static int virshOrder(DomainName one, DomainName other) {
        if (one.active() != other.active()) {
            return one.active() ? -1 : 1;
        }
        int byId = Integer.compare(one.id(), other.id());
        return byId != 0 ? byId : NameOrder.IGNORING_CASE.compare(one.name(), other.name());
    }

    private List<DomainSummary> all() {
        try {
            return byStats(records ->
                    DomainApi.API.virConnectGetAllDomainStats(connection, VIR_DOMAIN_STATS_STATE, records, flags));
        } catch (HypervisorException failure) {
            if (lacksCall(failure)) {
                return listed(this::statesOneByOne);
            }
            throw failure;
        }
    }

    private List<DomainSummary> statesOf(List<Pointer> domains) {
        if (domains.isEmpty()) {
            return List.of();
        }
        try (Memory array = StatsRecords.array(domains)) {
            return byStats(records -> DomainApi.API.virDomainListGetStats(array, VIR_DOMAIN_STATS_STATE, records, 0));
        } catch (HypervisorException failure) {
            if (lacksCall(failure)) {
                return statesOneByOne(domains);
            }
            throw failure;
        }
    }

    private List<DomainSummary> byStats(ToIntFunction<PointerByReference> call) {
        return StatsRecords.read(
                call,
                records -> titles
                        ? Together.each(records, this::summary)
                        : records.stream().map(this::summary).toList());
    }

    private DomainSummary summary(Pointer statsRecord) {
        return summary(StatsRecords.domain(statsRecord), DomainState.of(StatsRecords.state(statsRecord)));
    }

    private static boolean lacksCall(HypervisorException failure) {
        return failure.code() == ErrorCode.NO_SUPPORT || failure.code() == ErrorCode.INVALID_ARG;
    }

    private List<DomainSummary> statesOneByOne(List<Pointer> domains) {
        return Together.each(domains, this::stateOf);
    }

    private DomainSummary stateOf(Pointer domain) {
        int[] state = new int[1];
        int result = DomainApi.API.virDomainGetState(domain, state, null, 0);
        return summary(domain, result < 0 ? DomainState.NO_STATE : DomainState.of(state[0]));
    }

    private <R> R listed(Function<List<Pointer>, R> use) {
        try (Listing domains = of(connection, flags)) {
            return use.apply(domains.objects());
        }
    }

    /** The handles of the guests that the filters let through. */
    static Listing of(ConnectionPointer connection, int flags) {
        return Listing.of(
                array -> DomainApi.API.virConnectListAllDomains(connection, array, flags),
                DomainApi.API::virDomainFree);
    }

    private DomainSummary summary(Pointer domain, DomainState state) {
        DomainName name = LibvirtDomains.nameOf(domain);
        return new DomainSummary(name.id(), name.name(), name.uuid(), state, titles ? titleOf(domain) : "");
    }

    private static String titleOf(Pointer domain) {
        Pointer title = DefinitionApi.API.virDomainGetMetadata(domain, VIR_DOMAIN_METADATA_TITLE, null, 0);
        if (title == null) {
            HypervisorException failure = Failures.last();
            if (failure.code() == ErrorCode.NO_DOMAIN_METADATA || failure.code() == ErrorCode.NO_SUPPORT) {
                return "";
            }
            throw failure;
        }
        return Library.take(title);
    }
}
