package io.vmsh.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A host: commands, text files and services on it. Every method throws {@link HostException}, which names the host, when
 * it cannot be reached, does not answer in time, or does not allow it.
 */
public interface Host {
    /** How it is named to people. */
    String name();

    /**
     * Runs a command and waits for its end. No shell reads the words: each reaches the command as it is.
     *
     * @param limit after which it is ended
     * @return what it printed and its exit code, whatever that is
     */
    default HostShell.Output run(Duration limit, List<String> words) {
        return run(limit, words, "");
    }

    /** The same with something on its standard input, which is where a secret belongs. */
    HostShell.Output run(Duration limit, List<String> words, String input);

    /**
     * Reads a text file of at most 1 MiB.
     *
     * @return also when there is no such file: it then does not {@linkplain HostFile#exists() exist}
     */
    HostFile read(String path);

    /**
     * Puts a text in the place of a file: wholly or not at all, and only if the file is still as it was read. A link is
     * followed. Mode, owner and security context stay; a new file may be read by all. What was there is kept beside it as
     * {@code FILE.vmsh-YYYYMMDD-HHMMSS}.
     *
     * @return the path of what was kept; empty when there was no file
     */
    Optional<String> replace(HostFile seen, String text);

    /** The same without keeping what was there: to take a replacement back. */
    void putBack(HostFile seen, String text);

    /** Removes a file if it is still as it was read. */
    void remove(HostFile seen);

    /** A service that is started at boot; also one that is not installed. */
    Service service(String name);

    /** Does something to a service, and waits until it is done. */
    void service(String name, Service.Action action);
}
