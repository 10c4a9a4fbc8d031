package io.vmsh.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code uri_aliases} of libvirt's own client configuration. libvirt resolves them itself when it opens one; here
 * they are only read to be listed.
 */
public final class UriAliases {
    private static final Path SYSTEM = Path.of("/etc/libvirt/libvirt.conf");
    private static final Pattern LIST = Pattern.compile("(?m)^[ \\t]*uri_aliases[ \\t]*=[ \\t]*\\[([^]]*)]");
    private static final Pattern ENTRY =
            Pattern.compile("\"([A-Za-z0-9_.:/-]+?)=([^\"]+)\"|'([A-Za-z0-9_.:/-]+?)=([^']+)'");

    private UriAliases() {}

    /** Aliases with their URIs, in the order of the file; none when it cannot be read, as libvirt itself will tell. */
    public static Map<String, String> read(@Nullable Path file) {
        if (file == null || !Files.isReadable(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Map.of();
        }
    }

    /** The file that libvirt reads for this user; null where there is no home. */
    public static @Nullable Path file(String user, Map<String, String> environment) {
        Path folder = Configuration.folder(environment);
        if (user.equals("root")) {
            return SYSTEM;
        }
        return folder == null ? null : folder.resolve("libvirt").resolve("libvirt.conf");
    }

    static Map<String, String> parse(String text) {
        String code = text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
        Matcher list = LIST.matcher(code);
        Map<String, String> aliases = new LinkedHashMap<>();
        if (list.find()) {
            for (var entry : ENTRY.matcher(list.group(1)).results().toList()) {
                List<String> pair = entry.group(1) != null
                        ? List.of(entry.group(1), entry.group(2))
                        : List.of(entry.group(3), entry.group(4));
                aliases.put(pair.getFirst(), pair.getLast());
            }
        }
        return aliases;
    }
}
