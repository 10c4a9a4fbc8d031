package io.vmsh.command.virsh;

import java.util.regex.Pattern;

/** Words written so that another reader takes them for what they are; exactly as libvirt writes them. */
final class Quoting {
    private static final Pattern SHELL_SPECIAL = Pattern.compile("[\\r\\t\\n !\"#$&'()*;<>?\\[\\\\\\]^`{|}~]");
    private static final Pattern NOT_IN_XML = Pattern.compile("[\\x01-\\x08\\x0B\\x0C\\x0E-\\x1F]");

    private Quoting() {}

    /** For a POSIX shell; as it is where it may be ({@code virBufferEscapeShell}). */
    static String shell(String word) {
        return word.isEmpty() || SHELL_SPECIAL.matcher(word).find() ? "'" + word.replace("'", "'\\''") + "'" : word;
    }

    /** For XML; characters that XML forbids are left out ({@code virBufferEscapeString}). */
    static String xml(String word) {
        return NOT_IN_XML
                .matcher(word)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
