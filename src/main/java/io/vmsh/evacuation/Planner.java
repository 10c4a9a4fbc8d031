package io.vmsh.evacuation;

import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Plan.Stay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds a place for each guest, and remembers what that takes. The largest are placed first, while there is room for them,
 * each where the least is doubtful and then where most is left, so that no target fills up while another is empty. They
 * start in the same order: the longest move first, so that none is left to run alone at the end. Guests that run come
 * before those that are off, which lose nothing when their host goes down and move in a moment.
 */
public final class Planner {
    private static final Comparator<Evacuee> ORDER = Comparator.comparing((Evacuee guest) -> !guest.active())
            .thenComparing(Comparator.comparingLong(Evacuee::memory).reversed())
            .thenComparing(Evacuee::name);

    private final Map<String, Room> rooms = new LinkedHashMap<>();
    private final Fit.Judge judge;

    public Planner(List<Room> targets, Fit.Judge judge) {
        targets.forEach(room -> rooms.put(room.host(), room));
        this.judge = judge;
    }

    /** Places all guests of one host. */
    public Plan plan(String from, Collection<Evacuee> guests) {
        List<Move> moves = new ArrayList<>();
        List<Stay> stays = new ArrayList<>();
        for (Evacuee guest : guests.stream().sorted(ORDER).toList()) {
            place(guest, Set.of())
                    .ifPresentOrElse(
                            to -> moves.add(new Move(guest, from, to)),
                            () -> stays.add(new Stay(guest, from, whyNowhere(guest, Set.of()))));
        }
        return new Plan(moves, stays);
    }

    /**
     * Finds a host for a guest, and takes the room there.
     *
     * @param without hosts that are out of the question
     */
    public Optional<String> place(Evacuee guest, Set<String> without) {
        Optional<Room> best = rooms.values().stream()
                .filter(room -> !without.contains(room.host()))
                .filter(room -> room.fits(guest))
                .filter(room -> judge.of(guest, room.host()).refusal().isEmpty())
                .min(Comparator.comparingInt(
                                (Room room) -> judge.of(guest, room.host()).doubts())
                        .thenComparingDouble(room -> room.with(guest).load()));
        best.ifPresent(room -> rooms.put(room.host(), room.with(guest)));
        return best.map(Room::host);
    }

    /** Gives back the room of a guest that does not come. */
    public void release(Evacuee guest, String host) {
        rooms.computeIfPresent(host, (name, room) -> room.without(guest));
    }

    /** Why {@link #place} finds nothing: the reason of each host, once where they are alike but for its name. */
    public String whyNowhere(Evacuee guest, Set<String> without) {
        Map<String, List<Room>> alike = new LinkedHashMap<>();
        for (Room room : rooms.values()) {
            if (!without.contains(room.host())) {
                alike.computeIfAbsent(why(guest, room).replace(room.host(), "it"), reason -> new ArrayList<>())
                        .add(room);
            }
        }
        if (alike.isEmpty()) {
            return "no other target is left";
        }
        List<String> reasons = new ArrayList<>();
        alike.forEach((reason, hosts) -> reasons.add(
                hosts.size() == 1
                        ? "%s: %s".formatted(hosts.getFirst().host(), why(guest, hosts.getFirst()))
                        : "%s: %s"
                                .formatted(hosts.stream().map(Room::host).collect(Collectors.joining(", ")), reason)));
        return String.join("; ", reasons);
    }

    private String why(Evacuee guest, Room room) {
        return judge.of(guest, room.host())
                .refusal()
                .orElseGet(() -> "no room: it has %s, %s left".formatted(size(guest.memory()), size(room.free())));
    }

    private static String size(long bytes) {
        return "%d MiB".formatted(Math.max(0, bytes) >> 20);
    }
}
