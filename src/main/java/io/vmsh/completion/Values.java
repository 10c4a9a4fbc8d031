package io.vmsh.completion;

import io.vmsh.command.Command;
import io.vmsh.command.Commands;
import io.vmsh.session.Inventory;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Address;
import io.vmsh.spec.Key;
import io.vmsh.spec.Noun;
import io.vmsh.spec.Suggests;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the value of a parameter may be. */
final class Values {
    private static final Set<String> ACTIVITY = Set.of("active", "inactive");

    private final Commands commands;
    private final Sessions sessions;
    private final Inventory inventory;
    private final FileNames files;

    Values(Commands commands, Sessions sessions, Inventory inventory, FileNames files) {
        this.commands = commands;
        this.sessions = sessions;
        this.inventory = inventory;
        this.files = files;
    }

    /** Values that start with what is typed. */
    List<Proposal> of(Key<?> key, String typed, Place place) {
        return switch (key.value().suggests()) {
            case Suggests.Words words -> words(words, typed);
            case Suggests.Files any -> files.startingWith(typed);
            case Suggests.Objects objects -> objects(objects, typed, place);
        };
    }

    private static List<Proposal> words(Suggests.Words words, String typed) {
        Stream<Proposal> all = words.words().stream().map(word -> Proposal.name(word, ""));
        return words.separator().isEmpty() ? starting(typed, all) : list(words.separator(), typed, all);
    }

    private List<Proposal> objects(Suggests.Objects wanted, String typed, Place place) {
        return switch (wanted.noun()) {
            case COMMAND ->
                starting(
                        typed,
                        commands.all().stream()
                                .map(Command::spec)
                                .map(spec -> Proposal.name(spec.name(), spec.summary())));
            case SESSION -> starting(typed, sessions.all().stream().map(Values::session));
            case SELECTOR -> list(",", typed, selectors());
            case DOMAIN, POOL, VOLUME, NETWORK -> addresses(wanted, typed, place);
            case SNAPSHOT -> starting(typed, snapshots(place));
        };
    }

    /** Names on the session that is meant, and the other sessions, which an address may begin with. */
    private List<Proposal> addresses(Suggests.Objects wanted, String typed, Place place) {
        int slash = typed.indexOf('/');
        String session = slash > 0 ? typed.substring(0, slash) : null;
        if (session != null && sessions.find(session).isPresent()) {
            String before = typed.substring(0, slash + 1);
            return starting(typed, names(wanted, session, place).map(name -> name.after(before)));
        }
        Stream<Proposal> plain = names(wanted, firstSelected(place.selector()), place);
        Stream<Proposal> elsewhere = typed.isEmpty() || place.selector() != null
                ? Stream.empty()
                : sessions.all().stream()
                        .filter(other ->
                                sessions.current().filter(other::equals).isEmpty())
                        .map(other -> Proposal.begins(other.name() + "/", uri(other)));
        return starting(typed, Stream.concat(plain, elsewhere));
    }

    private Stream<Proposal> names(Suggests.Objects wanted, @Nullable String name, Place place) {
        Optional<Session> session = name == null ? sessions.current() : sessions.find(name);
        List<String> pools = wanted.noun() == Noun.VOLUME ? place.reading().given("pool") : List.of();
        return session.stream()
                .flatMap(
                        asked -> inventory.list(asked, wanted.noun(), pools.isEmpty() ? "" : pools.getFirst()).stream())
                .filter(item ->
                        wanted.states().isEmpty() || wanted.states().stream().anyMatch(item.states()::contains))
                .map(item -> Proposal.name(item.name(), state(item)));
    }

    /** Those of the guest that the statement names. */
    private Stream<Proposal> snapshots(Place place) {
        List<String> guests = place.reading().given("domain");
        Address guest = Address.parse(guests.isEmpty() ? "" : guests.getFirst());
        String selected = firstSelected(place.selector());
        Optional<Session> session = Optional.ofNullable(guest.session() != null ? guest.session() : selected)
                .map(sessions::find)
                .orElseGet(sessions::current);
        return session.stream()
                .flatMap(asked -> inventory.list(asked, Noun.SNAPSHOT, guest.name()).stream())
                .map(item -> Proposal.name(item.name(), ""));
    }

    /** The state in virsh's word, which says more than being active or not. */
    private static String state(Inventory.Item item) {
        return item.states().stream()
                .filter(state -> item.states().size() == 1 || !ACTIVITY.contains(state))
                .findFirst()
                .orElse("");
    }

    /** A statement for several sessions is completed as on the first of them. */
    private @Nullable String firstSelected(@Nullable String selector) {
        try {
            return selector == null
                    ? null
                    : Selector.parse(selector).in(sessions).getFirst().name();
        } catch (UsageException unknown) {
            return null;
        }
    }

    private Stream<Proposal> selectors() {
        List<Proposal> all = new ArrayList<>();
        sessions.all().stream().map(Values::session).forEach(all::add);
        TreeSet<String> tags = new TreeSet<>();
        sessions.all().forEach(session -> tags.addAll(session.tags()));
        tags.forEach(tag -> all.add(Proposal.name("@" + tag, "")));
        all.add(Proposal.name("all", ""));
        return all.stream();
    }

    private static Proposal session(Session session) {
        return Proposal.name(session.name(), uri(session));
    }

    private static String uri(Session session) {
        String uri = session.request().uri();
        return uri == null ? "" : uri;
    }

    /** Several words in one: the last of them is completed, and none is offered twice. */
    private static List<Proposal> list(String separator, String typed, Stream<Proposal> all) {
        int last = typed.lastIndexOf(separator) + 1;
        String before = typed.substring(0, last);
        List<String> taken = List.of(before.split(Pattern.quote(separator), -1));
        return starting(typed, all.filter(one -> !taken.contains(one.value())).map(one -> one.after(before)));
    }

    private static List<Proposal> starting(String typed, Stream<Proposal> all) {
        return all.filter(one -> one.value().startsWith(typed)).toList();
    }
}
