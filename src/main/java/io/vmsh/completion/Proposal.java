package io.vmsh.completion;

/**
 * One way to go on.
 *
 * @param value the whole word it makes, without quotes
 * @param note a few words about it; empty for none
 * @param kind what it is: names are shown before options
 * @param complete whether the word ends with it; false for a folder, or {@code --option=}
 */
public record Proposal(String value, String note, Kind kind, boolean complete) {
    /** What is proposed. */
    public enum Kind {
        NAME,
        OPTION
    }

    static Proposal name(String value, String note) {
        return new Proposal(value, note, Kind.NAME, true);
    }

    static Proposal begins(String value, String note) {
        return new Proposal(value, note, Kind.NAME, false);
    }

    static Proposal option(String value, String note) {
        return new Proposal(value, note, Kind.OPTION, true);
    }

    /** The same behind a text that is typed already, such as {@code --pool=}. */
    Proposal after(String prefix) {
        return new Proposal(prefix + value, note, kind, complete);
    }
}
