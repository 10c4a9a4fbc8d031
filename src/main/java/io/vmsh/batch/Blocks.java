package io.vmsh.batch;

import io.vmsh.advice.Problem;
import io.vmsh.batch.Ending.How;
import io.vmsh.batch.Runner.Flow;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.session.CannotConnectException;
import io.vmsh.session.Selector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs statements that hold others. */
final class Blocks {
    private final Runner runner;
    private final StepRunner steps;
    private final Plan plan;
    private final Sessions sessions;
    private final Stage stage;
    private final Ledger ledger;
    private final Runner.Manner manner;
    private final Tally tally;

    Blocks(
            Runner runner,
            StepRunner steps,
            Plan plan,
            Sessions sessions,
            Stage stage,
            Ledger ledger,
            Runner.Manner manner,
            Tally tally) {
        this.runner = runner;
        this.steps = steps;
        this.plan = plan;
        this.sessions = sessions;
        this.stage = stage;
        this.ledger = ledger;
        this.manner = manner;
        this.tally = tally;
    }

    /** Runs a block on several hosts at once: on each its statements in order, until one fails there. */
    Flow on(Node.On node, Frame frame) {
        try {
            String selector = frame.scope().fill(node.sessions()).text();
            List<Session> hosts = Selector.parse(selector).in(sessions);
            HostsBlock block = new HostsBlock(runner, steps, plan, stage, node, frame, hosts);
            return block.run(manner.jobs(), tally);
        } catch (UsageException unknown) {
            return steps.failure(itself(node, frame), Problem.of(unknown.lines(), null));
        }
    }

    /** Runs a block's statements side by side, and the rounds of loops among them. */
    Flow parallel(Node.Parallel node, Frame frame) {
        Frame inner = frame.inner();
        AtomicBoolean stopped = new AtomicBoolean();
        List<Runnable> tasks = new ArrayList<>();
        for (Node child : node.body()) {
            if (child instanceof Node.For loop) {
                tally.begun(loop.head().number(), frame.hostName());
                List<Frame> rounds = new ArrayList<>();
                if (rounds(loop, inner, rounds) == Flow.STOP) {
                    return Flow.STOP;
                }
                rounds.forEach(round -> tasks.add(() -> unlessStopped(stopped, () -> runner.all(loop.body(), round))));
            } else {
                tasks.add(() -> unlessStopped(stopped, () -> runner.one(child, inner)));
            }
        }
        Crew.run(tasks, node.width(), () -> tally.stop(How.INTERRUPTED));
        return stopped.get() ? Flow.STOP : Flow.ON;
    }

    private static void unlessStopped(AtomicBoolean stopped, Supplier<Flow> task) {
        if (!stopped.get() && task.get() == Flow.STOP) {
            stopped.set(true);
        }
    }

    /** Runs a block once for each guest, in order. */
    Flow loop(Node.For node, Frame frame) {
        List<Frame> rounds = new ArrayList<>();
        Flow flow = rounds(node, frame, rounds);
        for (Frame round : rounds) {
            flow = flow == Flow.ON ? runner.all(node.body(), round) : flow;
        }
        return flow;
    }

    /** Finds the guests of a loop. */
    private Flow rounds(Node.For node, Frame frame, List<Frame> rounds) {
        try {
            List<String> guests = guests(node, frame);
            if (guests.isEmpty()) {
                stage.say(
                        "no guest is like " + frame.scope().fill(node.guests()).shown());
            }
            guests.forEach(guest -> rounds.add(frame.round(node.name(), guest)));
            return Flow.ON;
        } catch (UsageException unknown) {
            return steps.failure(itself(node, frame), Problem.of(unknown.lines(), null));
        } catch (CannotConnectException refused) {
            return steps.failure(
                    itself(node, frame),
                    StepRunner.cannotConnect(refused.session().name(), refused.reason()));
        } catch (HypervisorException failure) {
            return steps.failure(itself(node, frame), Problem.of(List.of(failure.message()), failure));
        } catch (JournalException full) {
            tally.stop(How.STOPPED);
            return steps.failure(itself(node, frame), Problem.of(List.of(String.valueOf(full.getMessage())), null));
        }
    }

    /** A loop that is resumed goes through the guests it went through at first, whatever there is by now. */
    private List<String> guests(Node.For node, Frame frame) {
        String pattern = frame.scope().fill(node.guests()).text();
        String first = pattern + "\n";
        String noted = ledger.noted(
                "guests " + itself(node, frame).key(),
                () -> first + String.join("\n", new GuestPattern(sessions).matching(pattern, frame.host())));
        if (noted == null || !noted.startsWith(first)) {
            throw new JournalException(
                    "step %s went through other guests than those like '%s': resume it with the same values"
                            .formatted(itself(node, frame).key(), pattern));
        }
        return noted.substring(first.length()).lines().toList();
    }

    /** A block's own run, for what fails before there is one of its statements. */
    private StepRun itself(Node node, Frame frame) {
        Step step = plan.step(node);
        return new StepRun(
                step,
                step.number() + frame.path(),
                frame.scope().shown(node),
                frame.host() == null ? null : frame.hostName(),
                frame.host() != null);
    }
}
