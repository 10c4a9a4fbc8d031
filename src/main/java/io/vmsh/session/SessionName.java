package io.vmsh.session;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of sessions: which are allowed, and one for a URI that was given none. */
public final class SessionName {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern URI =
            Pattern.compile("(?<driver>[a-z]+)(\\+[a-z0-9]+)?://([^@/]*@)?(?<host>\\[[^]]*]|[^:/?]*).*");
    private static final String UNNAMED = "default";

    private SessionName() {}

    /** Whether a word can name a session; what selectors and addresses are made with cannot. */
    public static boolean isAllowed(String word) {
        return ALLOWED.matcher(word).matches() && !word.equals("all");
    }

    /** The first part of the host's name, else the driver's name, with a number where that is taken. */
    public static String of(@Nullable String uri, Set<String> taken) {
        String base = base(uri);
        String name = base;
        for (int i = 2; taken.contains(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }

    private static String base(@Nullable String uri) {
        Matcher matcher = URI.matcher(uri == null ? "" : uri);
        if (!matcher.matches()) {
            return uri != null && isAllowed(uri) ? uri : UNNAMED;
        }
        String host = matcher.group("host");
        boolean isAddress = host.startsWith("[") || host.matches("[0-9.]+");
        String name =
                isAddress ? host.replaceAll("[^0-9A-Za-z.]", "-").replaceAll("^-+|-+$", "") : host.split("\\.", 2)[0];
        if (isAllowed(name)) {
            return name;
        }
        return matcher.group("driver");
    }
}
