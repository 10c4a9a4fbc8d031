package io.vmsh.hypervisor;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The guests of a hypervisor. Listings give active ones first by id, then inactive ones by name. */
public interface Domains {
    /**
     * Guests with their states: one call where the driver has bulk statistics ({@code virConnectGetAllDomainStats}) and
     * they know all filters, two where they do not, else one and one a guest.
     *
     * @param titles whether to ask for titles, which takes one call a guest ({@code virDomainGetMetadata})
     */
    List<DomainSummary> list(Set<DomainFilter> filters, boolean titles);

    /** Guests with their states, without titles. */
    default List<DomainSummary> list(Set<DomainFilter> filters) {
        return list(filters, false);
    }

    /** Guests without their states, in one call ({@code virConnectListAllDomains}). */
    List<DomainName> names(Set<DomainFilter> filters);

    /** Statistics in one call ({@code virConnectGetAllDomainStats}); without groups, of all that the driver knows. */
    List<DomainStats> stats(Set<StatsGroup> groups, Set<StatsOption> options);

    /**
     * Statistics of some guests in two calls, however many they are ({@code virConnectListAllDomains},
     * {@code virDomainListGetStats}).
     *
     * @param words names, ids or UUIDs
     * @throws HypervisorException with {@link ErrorCode#NO_DOMAIN}, naming the first word that stands for no guest
     */
    List<DomainStats> stats(List<String> words, Set<StatsGroup> groups, Set<StatsOption> options);

    /**
     * What the active guests are busy with: one call, and then one a guest, at the same time
     * ({@code virConnectListAllDomains}, {@code virDomainGetJobStats}); libvirt tells no jobs in bulk.
     */
    List<GuestJob> jobs();

    /**
     * Finds a guest by the kinds of names that are allowed: by id if the word is a number, by UUID if it looks like one,
     * then by name.
     *
     * @throws HypervisorException with {@link ErrorCode#NO_DOMAIN} when there is none
     */
    Domain find(String word, Set<DomainKey> keys);

    /** Finds a guest by id, UUID or name. */
    default Domain find(String nameIdOrUuid) {
        return find(nameIdOrUuid, EnumSet.allOf(DomainKey.class));
    }

    /**
     * Makes a guest known or changes its definition; it is not started ({@code virDomainDefineXML},
     * {@code virDomainDefineXMLFlags}).
     *
     * @param validate whether the XML must fit libvirt's schema
     */
    Domain define(String xml, boolean validate);

    /**
     * Starts a guest that is forgotten when it stops ({@code virDomainCreateXML}, {@code virDomainCreateXMLWithFiles}).
     *
     * @param files numbers of this process's open files that the guest takes over
     */
    Domain create(String xml, Set<DomainLife.StartFlag> flags, List<Integer> files);
}
