package io.vmsh.evacuation;

import io.vmsh.evacuation.Plan.Move;
import io.vmsh.evacuation.Plan.Stay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what may start next while a plan is carried out. A guest that could not go to one target is placed on another; a
 * target that is gone is not tried again. For one thread.
 */
public final class Dispatcher {
    /** More at once would only share the memory bandwidth and the link of a target. */
    public static final int MOST_PER_TARGET = 2;

    private final Planner planner;
    private final int jobs;
    private final int retries;
    private final Deque<Move> waiting;
    private final Set<Move> running = new LinkedHashSet<>();
    private final List<Stay> stays;
    private final Map<String, Set<String>> tried = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private boolean stopped;

    /**
     * Carries out a plan.
     *
     * @param jobs most moves at once
     * @param retries most further targets for a guest that could not go to the first
     */
    public Dispatcher(Plan plan, Planner planner, int jobs, int retries) {
        this.planner = planner;
        this.jobs = jobs;
        this.retries = retries;
        this.waiting = new ArrayDeque<>(plan.moves());
        this.stays = new ArrayList<>(plan.stays());
    }

    /** The next move that may start now, which counts as running from here on. */
    public Optional<Move> next() {
        if (running.size() >= jobs) {
            return Optional.empty();
        }
        Optional<Move> next = waiting.stream()
                .filter(move -> running.stream()
                                .filter(other -> other.to().equals(move.to()))
                                .count()
                        < MOST_PER_TARGET)
                .findFirst();
        next.ifPresent(move -> {
            waiting.remove(move);
            running.add(move);
        });
        return next;
    }

    /** The guest is there, or wherever it is: it is not tried again. */
    public void over(Move move) {
        running.remove(move);
    }

    /**
     * The guest runs on where it was.
     *
     * @return where it is tried next
     */
    public Optional<Move> failed(Move move, String why) {
        running.remove(move);
        planner.release(move.guest(), move.to());
        Set<String> targets = tried.computeIfAbsent(move.guest().uuid(), guest -> new HashSet<>());
        targets.add(move.to());
        Optional<Move> next = stopped || targets.size() > retries ? Optional.empty() : elsewhere(move, targets);
        next.ifPresentOrElse(waiting::addLast, () -> stays.add(new Stay(move.guest(), move.from(), why)));
        return next;
    }

    /** A target is gone: those that wait for it are placed elsewhere. */
    public void gone(String target, String why) {
        if (!gone.add(target)) {
            return;
        }
        List<Move> orphans =
                waiting.stream().filter(move -> move.to().equals(target)).toList();
        waiting.removeAll(orphans);
        for (Move move : orphans) {
            elsewhere(move, tried.getOrDefault(move.guest().uuid(), Set.of()))
                    .ifPresentOrElse(waiting::addLast, () -> stays.add(new Stay(move.guest(), move.from(), why)));
        }
    }

    /** Starts nothing more: what waits stays. */
    public void stop(String why) {
        stopped = true;
        waiting.forEach(move -> stays.add(new Stay(move.guest(), move.from(), why)));
        waiting.clear();
    }

    /** What is under way. */
    public Set<Move> running() {
        return Set.copyOf(running);
    }

    /** Number of those that have not started. */
    public int waiting() {
        return waiting.size();
    }

    public boolean done() {
        return waiting.isEmpty() && running.isEmpty();
    }

    /** Who stays, and why. */
    public List<Stay> stays() {
        return List.copyOf(stays);
    }

    private Optional<Move> elsewhere(Move move, Set<String> without) {
        Set<String> out = new HashSet<>(without);
        out.addAll(gone);
        return planner.place(move.guest(), out).map(to -> new Move(move.guest(), move.from(), to));
    }
}
