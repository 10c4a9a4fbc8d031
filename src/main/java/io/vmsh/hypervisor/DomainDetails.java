package io.vmsh.hypervisor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The basics of a guest. What the hypervisor cannot tell is null.
 *
 * @param osType kind of machine it sees, such as {@code hvm}
 * @param persistent whether its definition is kept
 * @param autostart whether it starts with its host
 * @param managedSave whether its state is saved
 * @param security how the host fences it in; null where nothing does
 * @param messages warnings of the hypervisor about it
 */
public record DomainDetails(
        DomainInfo info,
        @Nullable String osType,
        @Nullable Boolean persistent,
        @Nullable Boolean autostart,
        @Nullable Boolean managedSave,
        @Nullable Security security,
        List<String> messages) {

    /**
     * How a host fences a guest in ({@code virNodeGetSecurityModel}, {@code virDomainGetSecurityLabel}).
     *
     * @param doi domain of interpretation
     * @param label empty while the guest is not active
     */
    public record Security(String model, String doi, String label, boolean enforcing) {}
}
