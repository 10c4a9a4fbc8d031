package io.vmsh.command.evacuate;

import io.vmsh.advice.ExitCode;
import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.evacuation.Room;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.preflight.Preflight;
import io.vmsh.session.Fanout;
import io.vmsh.session.Fanout.Reply;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hosts that guests may go to: those that open. */
record Targets(List<Session> sessions, List<Room> rooms) {
    /**
     * Opens them all at once. Those that do not open are told of and left out.
     *
     * @param to selector; empty for all others
     * @throws CommandFailure when none is left
     */
    static Targets of(Call call, Session host, Optional<String> to) {
        List<Session> others = Selector.parse(to.orElse("all"))
                .in(call.workspace().sessions())
                .stream()
                .filter(session -> !session.equals(host))
                .toList();
        if (others.isEmpty()) {
            throw to.isPresent()
                    ? CommandFailure.of("the guests are on session '%s' already: name another one", host.name())
                    : CommandFailure.of("there is no other session to move to: 'connect' opens one");
        }
        return open(call, others);
    }

    /** Opens hosts that are named already. */
    static Targets open(Call call, List<Session> wanted) {
        List<Session> sessions = new ArrayList<>();
        List<Room> rooms = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (Reply<Object> reply : new Fanout(Preflight.LIMIT).connecting(wanted, Targets::look)) {
            String name = reply.session().name();
            if (reply.refusal() != null) {
                refusals.add("%s: %s".formatted(name, reply.refusal().message()));
            } else if (reply.value() instanceof Room room) {
                sessions.add(reply.session());
                rooms.add(room);
            } else {
                refusals.add("%s: %s".formatted(name, reply.value()));
            }
        }
        if (sessions.isEmpty()) {
            throw CommandFailure.of(refusals)
                    .preceded("there is no target to move to")
                    .exiting(ExitCode.CANNOT_CONNECT);
        }
        refusals.forEach(refusal -> call.dialog().say("left out: " + refusal));
        return new Targets(sessions, rooms);
    }

    /** What it has to offer, or why it is out of the question. */
    private static Object look(Session session) {
        if (session.readOnly()) {
            return "opened read-only";
        }
        try {
            return Survey.room(session);
        } catch (HypervisorException refused) {
            return refused.message();
        }
    }
}
