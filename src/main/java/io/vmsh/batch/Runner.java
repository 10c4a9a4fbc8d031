package io.vmsh.batch;

import io.vmsh.batch.Ending.How;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a plan: its statements in order, blocks for several hosts and blocks side by side on threads of their own. */
public final class Runner {
    /** How many statements are expected at a time, the one under way among them. */
    private static final int FORESIGHT = 4;

    private final Tally tally = new Tally();
    private final StepRunner steps;
    private final Blocks blocks;

    private Runner(Plan plan, Scripts.Settings settings, Stage stage, Ledger ledger, Manner manner) {
        this.steps = new StepRunner(plan, settings, stage, ledger, manner, tally);
        this.blocks = new Blocks(this, steps, plan, settings.sessions(), stage, ledger, manner, tally);
    }

    /**
     * How to run.
     *
     * @param keepGoing whether to go on behind a statement that failed
     * @param jobs most hosts at a time
     * @param timeout longest time for a statement; null for any
     */
    public record Manner(
            boolean keepGoing, int jobs, @Nullable Duration timeout) {}

    /** Whether to go on. */
    enum Flow {
        ON,
        /** A statement failed: those behind it are not to be run. */
        STOP,
        LEAVE
    }

    /** Runs a plan without mistakes. */
    public static Ending run(Plan plan, Scripts.Settings settings, Stage stage, Ledger ledger, Manner manner) {
        Runner runner = new Runner(plan, settings, stage, ledger, manner);
        Scope scope = Scope.of(settings.environment(), settings.given(), settings.renaming());
        if (runner.all(plan.nodes(), Frame.outermost(scope)) == Flow.STOP) {
            runner.tally.stop(How.STOPPED);
        }
        return runner.tally.ending(plan.steps());
    }

    /** Runs statements in order. */
    Flow all(List<Node> nodes, Frame frame) {
        Flow flow = Flow.ON;
        for (int i = 0; i < nodes.size() && flow == Flow.ON; i++) {
            steps.expect(nodes.subList(i, Math.min(nodes.size(), i + FORESIGHT)), frame);
            flow = one(nodes.get(i), frame);
        }
        return flow;
    }

    /** Runs a statement or a block. */
    Flow one(Node node, Frame frame) {
        if (Thread.interrupted()) {
            tally.stop(How.INTERRUPTED);
        }
        if (tally.stopping()) {
            return Flow.STOP;
        }
        tally.begun(node.head().number(), frame.hostName());
        return switch (node) {
            case Node.On on -> blocks.on(on, frame);
            case Node.Parallel parallel -> blocks.parallel(parallel, frame);
            case Node.For loop -> blocks.loop(loop, frame);
            case Node.Plain plain -> steps.plain(plain, frame);
            case Node.Let let -> steps.let(let, frame);
            case Node.Ask ask -> steps.ask(ask, frame);
            case Node.Require require -> steps.require(require, frame);
            case Node.Wait wait -> steps.waiting(wait, frame);
        };
    }
}
