package io.vmsh.guide;

/** A step that could not be looked at, done or taken back; the message is a sentence for people. */
public final class GuideException extends RuntimeException {
    public GuideException(String sentence) {
        super(sentence);
    }

    public GuideException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The message. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
