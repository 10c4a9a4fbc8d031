package io.vmsh.batch;

import io.vmsh.batch.Ending.How;
import io.vmsh.batch.Runner.Flow;
import io.vmsh.session.Fanout;
import io.vmsh.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of a block for several hosts. Each goes through it at its own pace; what a statement had to show is shown when
 * the last host is through with it.
 */
final class HostsBlock {
    private final Runner runner;
    private final StepRunner steps;
    private final Plan plan;
    private final Stage stage;
    private final Node.On node;
    private final Frame frame;
    private final List<Session> hosts;
    private final List<AtomicInteger> underWay;
    private final Set<Session> failed = ConcurrentHashMap.newKeySet();

    HostsBlock(
            Runner runner, StepRunner steps, Plan plan, Stage stage, Node.On node, Frame frame, List<Session> hosts) {
        this.runner = runner;
        this.steps = steps;
        this.plan = plan;
        this.stage = stage;
        this.node = node;
        this.frame = frame;
        this.hosts = hosts;
        this.underWay = node.body().stream()
                .map(child -> new AtomicInteger(hosts.size()))
                .toList();
    }

    Flow run(int jobs, Tally tally) {
        List<Runnable> tasks = new ArrayList<>();
        hosts.forEach(host -> tasks.add(() -> run(host)));
        Crew.run(tasks, jobs, () -> tally.stop(How.INTERRUPTED));
        Set<Integer> numbers = node.within().map(child -> child.head().number()).collect(Collectors.toSet());
        if (!failed.isEmpty() || tally.stopping()) {
            hosts.forEach(host -> tally.leftBlock(numbers, host.name()));
        }
        numbers.add(node.head().number());
        tally.ended(numbers, hosts.size());
        return failed.isEmpty() ? Flow.ON : Flow.STOP;
    }

    private void run(Session host) {
        Frame share = frame.on(host);
        Flow flow = opened(host, share);
        for (int i = 0; i < node.body().size(); i++) {
            flow = flow == Flow.ON ? runner.one(node.body().get(i), share) : flow;
            if (underWay.get(i).decrementAndGet() == 0) {
                together(node.body().get(i));
            }
        }
        if (flow == Flow.STOP) {
            failed.add(host);
        }
    }

    private synchronized void together(Node child) {
        stage.together(
                Stream.concat(Stream.of(child), child.within()).map(plan::step).toList(), hosts);
    }

    /** Opens the session, with some patience for a host that does not answer. */
    private Flow opened(Session host, Frame share) {
        var reply = new Fanout(Fanout.PATIENCE)
                .connecting(List.of(host), session -> true)
                .getFirst();
        if (reply.refusal() == null) {
            return Flow.ON;
        }
        Step step = plan.step(node);
        steps.failure(
                new StepRun(step, step.number() + share.path(), step.text(), host.name(), true),
                StepRunner.cannotConnect(host.name(), reply.refusal()));
        return Flow.STOP;
    }
}
