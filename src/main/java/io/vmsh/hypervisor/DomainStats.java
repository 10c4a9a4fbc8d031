package io.vmsh.hypervisor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Statistics of one guest.
 *
 * @param values under libvirt's names, in its order: numbers, booleans, texts
 */
public record DomainStats(String name, Map<String, Object> values) {
    public DomainStats {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
