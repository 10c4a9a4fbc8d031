package io.vmsh.spec;

/** A word that is not a value of the kind its parameter takes. */
public final class BadValueException extends RuntimeException {
    /**
     * A refusal.
     *
     * @param message virsh's sentence with {@code %s} twice: the word and the parameter's name
     */
    public BadValueException(String message) {
        super(message);
    }

    /** The sentence about a word given for a parameter. */
    public String about(String word, String parameter) {
        return String.format(String.valueOf(getMessage()), word, parameter);
    }
}
