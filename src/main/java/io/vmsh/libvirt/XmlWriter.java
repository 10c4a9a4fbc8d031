package io.vmsh.libvirt;

import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.w3c.dom.Text;

/** Writes nodes of a document as text: as they were read, or laid out anew as libxml2 does it. */
final class XmlWriter {
    private final StringBuilder text = new StringBuilder();
    private final char quote;
    private final boolean layout;

    private XmlWriter(char quote, boolean layout) {
        this.quote = quote;
        this.layout = layout;
    }

    /** With the blanks that were read, and libvirt's single quotes. */
    static String asParsed(Node node) {
        XmlWriter writer = new XmlWriter('\'', false);
        writer.node(node, 0, false);
        return writer.text.toString();
    }

    /** Indented by two blanks a level wherever no text stands beside elements, with double quotes. */
    static String indented(Node node) {
        XmlWriter writer = new XmlWriter('"', true);
        writer.node(node, 0, true);
        return writer.text.toString();
    }

    private void node(Node node, int level, boolean indent) {
        switch (node) {
            case Element element -> element(element, level, indent);
            case Attr attribute -> attribute(attribute.getName(), attribute.getValue());
            case CDATASection section ->
                text.append("<![CDATA[").append(section.getData()).append("]]>");
            case Text characters -> escape(characters.getData(), false);
            case Comment comment ->
                text.append("<!--").append(comment.getData()).append("-->");
            case ProcessingInstruction instruction -> instruction(instruction);
            default -> {
                for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                    node(child, level, indent);
                    text.append('\n');
                }
            }
        }
    }

    private void element(Element element, int level, boolean indent) {
        text.append('<').append(element.getTagName());
        for (String name : XmlTreeBuilder.attributesInOrder(element)) {
            attribute(name, element.getAttribute(name));
        }
        if (element.getFirstChild() == null) {
            text.append("/>");
            return;
        }
        text.append('>');
        boolean lines = layout && indent && !holdsText(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            newLine(lines, level + 1);
            node(child, level + 1, lines);
        }
        newLine(lines, level);
        text.append("</").append(element.getTagName()).append('>');
    }

    private void newLine(boolean lines, int level) {
        if (lines) {
            text.append('\n').repeat(' ', 2 * level);
        }
    }

    private static boolean holdsText(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text) {
                return true;
            }
        }
        return false;
    }

    private void attribute(String name, String value) {
        text.append(' ').append(name).append('=').append(quote);
        escape(value, true);
        text.append(quote);
    }

    private void instruction(ProcessingInstruction instruction) {
        text.append("<?").append(instruction.getTarget());
        if (!instruction.getData().isEmpty()) {
            text.append(' ').append(instruction.getData());
        }
        text.append("?>");
    }

    private void escape(String value, boolean attribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append(attribute && quote == '"' ? "&quot;" : "\"");
                case '\'' -> text.append(attribute && quote == '\'' ? "&apos;" : "'");
                case '\r' -> text.append("&#13;");
                case '\n' -> text.append(attribute ? "&#10;" : "\n");
                case '\t' -> text.append(attribute ? "&#9;" : "\t");
                default -> text.append(c);
            }
        }
    }
}
