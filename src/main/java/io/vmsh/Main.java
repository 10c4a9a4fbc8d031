package io.vmsh;

import io.vmsh.cli.Front;
import io.vmsh.cli.LazyConnector;
import io.vmsh.cli.StandardStreams;
import io.vmsh.cli.Surroundings;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.shell.Shell;
import java.util.List;

/** Entry point: hands the command line to the front, and to the front what it may not know itself. */
public final class Main {
    private Main() {}

    /** Runs vmsh and ends the process with its exit code. */
    public static void main(String[] args) {
        Surroundings surroundings = StandardStreams.surroundings();
        int code = StandardStreams.finish(surroundings, run(List.of(args), surroundings));
        // Everything is written and closed. System.exit would first ask every jar for a logger to note this down in,
        // a fifth of the time that a short statement takes.
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command line. */
    static int run(List<String> words, Surroundings surroundings) {
        return new Front(surroundings, new LazyConnector(LibvirtConnector::new), Shell::run).run(words);
    }
}
