package io.vmsh.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A script that was checked whole: what will be done, in order; or what is wrong with it, and then nothing will be.
 *
 */
public final class Plan {
    private final List<Source> sources;
    private final List<Mistake> mistakes;
    private final List<Node> nodes;
    private final Map<Integer, Step> steps;

    Plan(List<Source> sources, List<Mistake> mistakes, List<Node> nodes, Map<Integer, Step> steps) {
        this.sources = List.copyOf(sources);
        this.mistakes = List.copyOf(mistakes);
        this.nodes = List.copyOf(nodes);
        this.steps = steps;
    }

    /** The script's file first, then those it includes. */
    public List<Source> sources() {
        return sources;
    }

    /** What is wrong, in reading order; a plan with mistakes cannot be run. */
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /** All steps in reading order. */
    public List<Step> steps() {
        return List.copyOf(steps.values());
    }

    /** The variables whose values are asked for unseen. */
    public Set<String> hidden() {
        return nodes.stream()
                .flatMap(node -> Stream.concat(Stream.of(node), node.within()))
                .filter(node -> node instanceof Node.Ask ask && ask.hidden())
                .map(node -> ((Node.Ask) node).name())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Node> nodes() {
        return nodes;
    }

    Step step(Node node) {
        Step step = steps.get(node.head().number());
        if (step == null) {
            throw new IllegalStateException("no step " + node.head().number());
        }
        return step;
    }
}
