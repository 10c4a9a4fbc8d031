package io.vmsh.guide;

/** Runs statements of vmsh itself, whose addresses name the session. */
@FunctionalInterface
public interface Statements {
    /**
     * Runs one.
     *
     * @throws GuideException with what the statement failed with
     */
    void run(String statement);
}
