package io.vmsh.batch;

/** A file that is no script. */
final class UnreadableScriptException extends RuntimeException {
    UnreadableScriptException(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
