package io.vmsh.preflight;

/** What came of a look, from good to bad. */
public enum Verdict {
    OK("ok"),
    /** The guest can move; something about it is worth knowing. */
    NOTICE("notice"),
    /** It could not be looked at, so nothing is promised. */
    UNKNOWN("unknown"),
    /** The migration would be refused, would fail, or would do harm. */
    BLOCKER("blocker");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The word for people and programs. */
    public String word() {
        return word;
    }

    /** The worse of two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
