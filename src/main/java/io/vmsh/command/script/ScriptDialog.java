package io.vmsh.command.script;

import io.vmsh.advice.Problem;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Dialog;
import io.vmsh.hypervisor.GuestConsole;
import org.jspecify.annotations.Nullable;

/** The person who started a script: may have answered all questions beforehand, and may not be there at all. */
final class ScriptDialog implements Dialog {
    private final Dialog person;
    private final boolean yes;
    private final Runnable stop;
    private volatile boolean stopping;

    /**
     * A dialog.
     *
     * @param yes whether everything asked for consent is agreed to
     * @param stop what the first Ctrl-C does while no statement has a use for it
     */
    ScriptDialog(Dialog person, boolean yes, Runnable stop) {
        this.person = person;
        this.yes = yes;
        this.stop = stop;
    }

    @Override
    public boolean interactive() {
        return person.interactive();
    }

    @Override
    public boolean decides() {
        return yes || person.decides();
    }

    @Override
    public boolean confirm(String question) {
        if (yes) {
            person.say(question + " yes");
            return true;
        }
        if (!person.interactive()) {
            throw CommandFailure.of("nobody is there to answer '%s': run --yes agrees beforehand", question);
        }
        return person.confirm(question);
    }

    @Override
    public @Nullable String ask(String prompt, boolean echo) {
        return person.ask(prompt, echo);
    }

    @Override
    public void progress(String line) {
        person.progress(line);
    }

    @Override
    public void meter(String text) {
        person.meter(text);
    }

    @Override
    public void tell(Problem problem) {
        person.tell(problem);
    }

    @Override
    public void say(String line) {
        person.say(line);
    }

    @Override
    public void attach(String greeting, GuestConsole console) {
        person.attach(greeting, console);
    }

    @Override
    public void onInterrupt(@Nullable Runnable action) {
        person.onInterrupt(action != null || stopping ? action : this::stop);
    }

    /** The second Ctrl-C does what it always does. */
    private void stop() {
        stopping = true;
        person.onInterrupt(null);
        stop.run();
    }
}
