package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainKey;
import io.vmsh.hypervisor.DomainLife.StartFlag;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.DomainStats;
import io.vmsh.hypervisor.DomainSummary;
import io.vmsh.hypervisor.Domains;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.GuestJob;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.StatsGroup;
import io.vmsh.hypervisor.StatsOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;

/** Guests by libvirt's domain calls. */
final class LibvirtDomains implements Domains {
    private static final int VIR_DOMAIN_DEFINE_VALIDATE = 1;
    /** {@code VIR_FROM_DOM}. */
    static final int FROM_DOMAIN = 20;
    /** A number as C's {@code strtol} takes it. */
    private static final Pattern ID = Pattern.compile("[ \\t\\n\\x0B\\f\\r]*\\+?0*([0-9]{1,10})");

    private final ConnectionPointer connection;
    private final Host host;

    LibvirtDomains(ConnectionPointer connection, Host host) {
        this.connection = connection;
        this.host = host;
    }

    @Override
    public List<DomainSummary> list(Set<DomainFilter> filters, boolean titles) {
        return new DomainListing(connection, Bit.all(filters), titles).summaries();
    }

    @Override
    public List<DomainName> names(Set<DomainFilter> filters) {
        return new DomainListing(connection, Bit.all(filters), false).names();
    }

    @Override
    public List<DomainStats> stats(Set<StatsGroup> groups, Set<StatsOption> options) {
        return new DomainStatsReader(connection, Bit.all(groups), Bit.all(options)).all();
    }

    @Override
    public List<DomainStats> stats(List<String> words, Set<StatsGroup> groups, Set<StatsOption> options) {
        return new DomainStatsReader(connection, Bit.all(groups), Bit.all(options)).of(words);
    }

    @Override
    public List<GuestJob> jobs() {
        try (Listing guests = DomainListing.of(connection, Bit.all(EnumSet.of(DomainFilter.ACTIVE)))) {
            return Together.each(guests.objects(), LibvirtDomains::jobOf);
        }
    }

    private static GuestJob jobOf(Pointer domain) {
        DomainName guest = nameOf(domain);
        try {
            return new GuestJob(guest, Optional.of(new LibvirtDomainJob(domain).stats(Set.of())), false);
        } catch (HypervisorException none) {
            return switch (none.code()) {
                // On the side where a guest arrives, libvirt has no numbers, and says so.
                case OPERATION_UNSUPPORTED -> new GuestJob(guest, Optional.empty(), true);
                // A driver without jobs, or a guest that is gone or too busy to tell.
                case NO_SUPPORT, NO_DOMAIN, OPERATION_INVALID, OPERATION_TIMEOUT ->
                    new GuestJob(guest, Optional.empty(), false);
                default -> throw none;
            };
        }
    }

    @Override
    public Domain find(String word, Set<DomainKey> keys) {
        Pointer domain = keys.contains(DomainKey.ID) ? byId(word) : null;
        if (domain == null && keys.contains(DomainKey.UUID) && Library.mayBeUuid(word)) {
            domain = DomainApi.API.virDomainLookupByUUIDString(connection, word);
        }
        if (domain == null && keys.contains(DomainKey.NAME)) {
            domain = Failures.check(DomainApi.API.virDomainLookupByName(connection, word));
        }
        if (domain == null) {
            throw new HypervisorException(ErrorCode.NO_DOMAIN.number(), FROM_DOMAIN, "Domain not found");
        }
        return new LibvirtDomain(domain, host);
    }

    private @Nullable Pointer byId(String word) {
        OptionalInt id = idIn(word);
        return id.isPresent() ? DomainApi.API.virDomainLookupByID(connection, id.getAsInt()) : null;
    }

    /** The id that a word can be read as. */
    static OptionalInt idIn(String word) {
        Matcher number = ID.matcher(word);
        long id = number.matches() ? Long.parseLong(number.group(1)) : Long.MAX_VALUE;
        return id <= Integer.MAX_VALUE ? OptionalInt.of((int) id) : OptionalInt.empty();
    }

    @Override
    public Domain define(String xml, boolean validate) {
        return handle(
                validate
                        ? DefinitionApi.API.virDomainDefineXMLFlags(connection, xml, VIR_DOMAIN_DEFINE_VALIDATE)
                        : DefinitionApi.API.virDomainDefineXML(connection, xml));
    }

    @Override
    public Domain create(String xml, Set<StartFlag> flags, List<Integer> files) {
        int bits = Bit.all(flags);
        return handle(
                files.isEmpty()
                        ? DefinitionApi.API.virDomainCreateXML(connection, xml, bits)
                        : DefinitionApi.API.virDomainCreateXMLWithFiles(
                                connection, xml, files.size(), LibvirtDomainLife.array(files), bits));
    }

    private Domain handle(@Nullable Pointer domain) {
        return new LibvirtDomain(Failures.check(domain), host);
    }

    static DomainName nameOf(Pointer domain) {
        return new DomainName(
                DomainApi.API.virDomainGetID(domain), LibvirtDomain.nameOf(domain), LibvirtDomain.uuidOf(domain));
    }
}
