package io.vmsh.batch;

/** A journal that cannot be written, read or taken; the message is a sentence for a person. */
public final class JournalException extends RuntimeException {
    public JournalException(String message) {
        super(message);
    }

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
