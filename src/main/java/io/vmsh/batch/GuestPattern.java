package io.vmsh.batch;

import io.vmsh.hypervisor.DomainFilter;
import io.vmsh.hypervisor.DomainName;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.session.Fanout;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds guests by a pattern of their names: {@code web*}, or {@code @prod/web*} on other sessions than the current one. */
record GuestPattern(Sessions sessions) {
    /**
     * The guests, active or not, session by session.
     *
     * @param host the session to look on; null for the one that the word names, or the current one
     * @return names; with the session in front where the word has a selector
     * @throws UsageException when there is no such session
     * @throws io.vmsh.hypervisor.HypervisorException when one cannot be reached or does not tell
     */
    List<String> matching(String word, @Nullable Session host) {
        int slash = word.indexOf('/');
        Pattern pattern = pattern(word.substring(slash + 1));
        if (slash < 0) {
            Session session = host != null
                    ? host
                    : sessions.current()
                            .orElseThrow(() -> new UsageException("no session: open one with 'connect URI'", 0, 0));
            return names(session.hypervisor(), pattern);
        }
        List<String> guests = new ArrayList<>();
        for (var reply : new Fanout(Fanout.PATIENCE)
                .connecting(Selector.parse(word.substring(0, slash)).in(sessions), session -> session)) {
            if (reply.refusal() != null) {
                throw reply.refusal();
            }
            names(reply.session().hypervisor(), pattern)
                    .forEach(name -> guests.add(reply.session().name() + "/" + name));
        }
        return guests;
    }

    private static List<String> names(Hypervisor hypervisor, Pattern pattern) {
        try (var _ = hypervisor.use()) {
            return hypervisor.domains().names(EnumSet.noneOf(DomainFilter.class)).stream()
                    .map(DomainName::name)
                    .filter(name -> pattern.matcher(name).matches())
                    .toList();
        }
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
    }
}
