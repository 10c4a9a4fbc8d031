package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainState;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.hypervisor.Domains;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

/** Guests by libvirt's domain calls. */
final class LibvirtDomains implements Domains {
    private static final int VIR_DOMAIN_STATS_STATE = 1;
    /** The filters that bulk statistics know too; the rest only listing knows. */
    private static final int STATS_FILTERS = 0xff;

    private static final Comparator<DomainSummary> VIRSH_ORDER = Comparator.comparing(DomainSummary::active)
            .reversed()
            .thenComparingInt(DomainSummary::id)
            .thenComparing(DomainSummary::name);

    private final ConnectionPointer connection;

    LibvirtDomains(ConnectionPointer connection) {
        this.connection = connection;
    }

    @Override
    public List<DomainSummary> list(Set<DomainFilter> filters) {
        int flags = Bit.all(filters);
        List<DomainSummary> domains =
                new ArrayList<>((flags & ~STATS_FILTERS) == 0 ? byStats(flags) : byListing(flags));
        domains.sort(VIRSH_ORDER);
        return List.copyOf(domains);
    }

    @Override
    public Domain find(String word) {
        DomainPointer domain = byId(word);
        if (domain == null && word.length() == 36) {
            domain = DomainApi.API.virDomainLookupByUUIDString(connection, word);
        }
        if (domain == null) {
            domain = DomainApi.API.virDomainLookupByName(connection, word);
        }
        return new LibvirtDomain(Failures.check(domain));
    }

    private @Nullable DomainPointer byId(String word) {
        if (!word.matches("[0-9]{1,9}")) {
            return null;
        }
        return DomainApi.API.virDomainLookupByID(connection, Integer.parseInt(word));
    }

    private List<DomainSummary> byStats(int flags) {
        PointerByReference records = new PointerByReference();
        int count = DomainApi.API.virConnectGetAllDomainStats(connection, VIR_DOMAIN_STATS_STATE, records, flags);
        if (count < 0) {
            HypervisorException failure = Failures.last();
            if (failure.code() == ErrorCode.NO_SUPPORT || failure.code() == ErrorCode.INVALID_ARG) {
                return byListing(flags);
            }
            throw failure;
        }
        try {
            List<DomainSummary> domains = new ArrayList<>(count);
            for (Pointer record : StatsRecords.each(records.getValue(), count)) {
                domains.add(summary(record.getPointer(0), DomainState.of(StatsRecords.state(record))));
            }
            return domains;
        } finally {
            DomainApi.API.virDomainStatsRecordListFree(records.getValue());
        }
    }

    private List<DomainSummary> byListing(int flags) {
        PointerByReference array = new PointerByReference();
        int count = Failures.check(DomainApi.API.virConnectListAllDomains(connection, array, flags));
        Pointer[] pointers = array.getValue().getPointerArray(0, count);
        try {
            List<DomainSummary> domains = new ArrayList<>(count);
            for (Pointer pointer : pointers) {
                int[] state = new int[1];
                int result = DomainApi.API.virDomainGetState(pointer, state, null, 0);
                domains.add(summary(pointer, result < 0 ? DomainState.NO_STATE : DomainState.of(state[0])));
            }
            return domains;
        } finally {
            for (Pointer pointer : pointers) {
                DomainApi.API.virDomainFree(pointer);
            }
            Library.free(array.getValue());
        }
    }

    private static DomainSummary summary(Pointer domain, DomainState state) {
        return new DomainSummary(
                DomainApi.API.virDomainGetID(domain),
                LibvirtDomain.nameOf(domain),
                LibvirtDomain.uuidOf(domain),
                state);
    }
}
