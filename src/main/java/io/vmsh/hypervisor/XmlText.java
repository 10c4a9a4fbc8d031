package io.vmsh.hypervisor;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML the way libvirt and virsh do: two blanks a level, single quotes, an element without content closed at once.
 * Every value is escaped. Not for reading; that is a parser's work.
 */
public final class XmlText {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn; one whose value is null is left out
     */
    public XmlText open(String element, @Nullable Object... attributes) {
        tag(element, attributes).append(">\n");
        open.push(element);
        return this;
    }

    /** Closes the element opened last. */
    public XmlText close() {
        String element = open.pop();
        indent().append("</").append(element).append(">\n");
        return this;
    }

    /** An element with nothing in it. */
    public XmlText empty(String element, @Nullable Object... attributes) {
        tag(element, attributes).append("/>\n");
        return this;
    }

    /** An element with text in it. */
    public XmlText leaf(String element, Object content, @Nullable Object... attributes) {
        tag(element, attributes).append('>');
        escape(text, content.toString(), false);
        text.append("</").append(element).append(">\n");
        return this;
    }

    /** An element with text in it, quotes escaped too, as libvirt's own writer does ({@code virBufferEscapeString}). */
    public XmlText quotedLeaf(String element, String content) {
        StringBuilder escaped = new StringBuilder();
        escape(escaped, content, false);
        String quoted = escaped.toString().replace("\"", "&quot;").replace("'", "&apos;");
        indent().append('<').append(element).append('>').append(quoted);
        text.append("</").append(element).append(">\n");
        return this;
    }

    /** The document, whose elements must all be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open: " + open);
        }
        return text.toString();
    }

    private StringBuilder tag(String element, @Nullable Object... attributes) {
        indent().append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                text.append(' ').append(attributes[i]).append("='");
                escape(text, value.toString(), true);
                text.append('\'');
            }
        }
        return text;
    }

    private StringBuilder indent() {
        return text.repeat(' ', 2 * open.size());
    }

    /**
     * Writes a value so that a parser reads the same again.
     *
     * @param attribute whether it stands between single quotes; else it is text
     */
    public static void escape(StringBuilder text, String value, boolean attribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '\'' -> text.append(attribute ? "&apos;" : "'");
                // A parser takes this for a line break.
                case '\r' -> text.append("&#13;");
                // In an attribute it takes these for spaces.
                case '\n' -> text.append(attribute ? "&#10;" : "\n");
                case '\t' -> text.append(attribute ? "&#9;" : "\t");
                default -> text.append(c);
            }
        }
    }
}
