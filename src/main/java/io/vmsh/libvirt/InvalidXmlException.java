package io.vmsh.libvirt;

/** Text that is not a well-formed XML document, or has a DOCTYPE. */
final class InvalidXmlException extends RuntimeException {
    /** A mistake in a line, counted from 1. */
    InvalidXmlException(int line, String mistake) {
        super("line " + line + ": " + mistake);
    }
}
