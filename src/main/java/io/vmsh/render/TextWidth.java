package io.vmsh.render;

import java.nio.charset.StandardCharsets;
import org.jline.utils.WCWidth;

/** How wide text is on a terminal, and text made safe to print. */
final class TextWidth {
    private TextWidth() {}

    /** Columns that the text takes: two for wide characters, none for combining ones. */
    static int of(String text) {
        return isPlain(text)
                ? text.length()
                : text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }

    /** Control characters, and a backslash before an {@code x}, become {@code \xNN} per byte, as virsh writes them. */
    static String printable(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean escapeLike = c == '\\' && i < text.length() && text.charAt(i) == 'x';
            if (escapeLike || Character.getType(c) == Character.CONTROL) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    safe.append("\\x%02x".formatted(b));
                }
            } else {
                safe.appendCodePoint(c);
            }
        }
        return safe.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '\\');
    }
}
