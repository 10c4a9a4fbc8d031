package io.vmsh.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.DomainStats;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.libvirt.jna.ConnectionPointer;

/**
 * Asks for statistics of guests.
 *
 * @param groups bits of {@code virDomainStatsTypes}
 * @param options bits of {@code virConnectGetAllDomainStatsFlags}
 */
record DomainStatsReader(ConnectionPointer connection, int groups, int options) {
    List<DomainStats> all() {
        return read(records -> DomainApi.API.virConnectGetAllDomainStats(connection, groups, records, options));
    }

    /** Of some guests: they are listed and picked here, since each lookup would be a call. */
    List<DomainStats> of(List<String> words) {
        try (Listing guests = DomainListing.of(connection, 0)) {
            List<Guest> known = guests.objects().stream()
                    .map(handle -> new Guest(handle, LibvirtDomains.nameOf(handle)))
                    .toList();
            List<Pointer> chosen = words.stream().map(word -> pick(known, word)).toList();
            try (Memory array = StatsRecords.array(chosen)) {
                return read(records -> DomainApi.API.virDomainListGetStats(array, groups, records, options));
            }
        }
    }

    private record Guest(Pointer handle, DomainName name) {}

    /** By id, then by UUID, then by name, as single guests are found. */
    private static Pointer pick(List<Guest> guests, String word) {
        OptionalInt id = LibvirtDomains.idIn(word);
        Predicate<DomainName> byId = guest -> id.isPresent() && guest.id() == id.getAsInt();
        Predicate<DomainName> byUuid = guest -> guest.uuid().equalsIgnoreCase(word);
        Predicate<DomainName> byName = guest -> guest.name().equals(word);
        return Stream.of(byId, byUuid, byName)
                .flatMap(names -> guests.stream().filter(guest -> names.test(guest.name())))
                .map(Guest::handle)
                .findFirst()
                .orElseThrow(() -> new HypervisorException(
                        ErrorCode.NO_DOMAIN.number(),
                        LibvirtDomains.FROM_DOMAIN,
                        "failed to get domain '%s'".formatted(word)));
    }

    private static List<DomainStats> read(ToIntFunction<PointerByReference> call) {
        return StatsRecords.read(
                call, records -> records.stream().map(DomainStatsReader::stats).toList());
    }

    private static DomainStats stats(Pointer statsRecord) {
        return new DomainStats(
                LibvirtDomain.nameOf(StatsRecords.domain(statsRecord)), StatsRecords.values(statsRecord));
    }
}
