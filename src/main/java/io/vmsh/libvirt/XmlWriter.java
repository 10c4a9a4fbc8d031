package io.vmsh.libvirt;

import io.vmsh.hypervisor.XmlText;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.w3c.dom.Text;

/** Writes a document as it was read: with its blanks and the order of its attributes, and libvirt's single quotes. */
final class XmlWriter {
    private final StringBuilder text = new StringBuilder();

    private XmlWriter() {}

    /** A node as text; what stands on the top level of a document gets a line of its own. */
    static String text(Node node) {
        XmlWriter writer = new XmlWriter();
        writer.node(node);
        return writer.text.toString();
    }

    private void node(Node node) {
        switch (node) {
            case Element element -> element(element);
            case CDATASection section ->
                text.append("<![CDATA[").append(section.getData()).append("]]>");
            case Text characters -> XmlText.escape(text, characters.getData(), false);
            case Comment comment ->
                text.append("<!--").append(comment.getData()).append("-->");
            case ProcessingInstruction instruction -> instruction(instruction);
            default -> {
                for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                    node(child);
                    text.append('\n');
                }
            }
        }
    }

    private void element(Element element) {
        text.append('<').append(element.getTagName());
        for (String name : XmlTreeBuilder.attributesInOrder(element)) {
            text.append(' ').append(name).append("='");
            XmlText.escape(text, element.getAttribute(name), true);
            text.append('\'');
        }
        if (element.getFirstChild() == null) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
        text.append("</").append(element.getTagName()).append('>');
    }

    private void instruction(ProcessingInstruction instruction) {
        text.append("<?").append(instruction.getTarget());
        if (!instruction.getData().isEmpty()) {
            text.append(' ').append(instruction.getData());
        }
        text.append("?>");
    }
}
