package io.vmsh.render;

import io.vmsh.spec.UsageException;
import java.util.Locale;

/** The forms of output that {@code --output} takes. */
public enum Format {
    /** For people, as virsh prints it. */
    TABLE,
    JSON,
    YAML,
    CSV;

    /**
     * The form of that name.
     *
     * @throws UsageException when there is none
     */
    public static Format of(String word) {
        for (Format format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(word)) {
                return format;
            }
        }
        throw new UsageException("unknown output format '%s': use table, json, yaml or csv".formatted(word), 0, 0);
    }

    /** Whether programs read it: no blank line after it, no sentence on the side. */
    public boolean structured() {
        return this != TABLE;
    }
}
