package io.vmsh.libvirt;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Builds a document that remembers the order of attributes, which the JDK's own builder sorts by name. */
final class XmlTreeBuilder extends DefaultHandler2 {
    private static final String ORDER = "order of attributes";
    private static final String DECLARATIONS = "http://www.w3.org/2000/xmlns/";

    private final Document document = emptyDocument();
    private Node parent = document;
    private boolean character;

    Document document() {
        return document;
    }

    /** A document without anything in it. */
    static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The names of an element's attributes: in the order they were read, then those set since. */
    static List<String> attributesInOrder(Element element) {
        List<String> names = new ArrayList<>();
        if (element.getUserData(ORDER) instanceof List<?> order) {
            order.forEach(name -> names.add((String) name));
            names.removeIf(name -> !element.hasAttribute(name));
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    @Override
    public void startElement(String namespace, String localName, String name, Attributes attributes) {
        Element element = document.createElementNS(namespace.isEmpty() ? null : namespace, name);
        List<String> order = new ArrayList<>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            String attribute = attributes.getQName(i);
            element.setAttributeNS(namespaceOf(attribute, attributes.getURI(i)), attribute, attributes.getValue(i));
            order.add(attribute);
        }
        element.setUserData(ORDER, List.copyOf(order), null);
        parent.appendChild(element);
        parent = element;
    }

    private static @Nullable String namespaceOf(String attribute, String namespace) {
        if (attribute.equals("xmlns") || attribute.startsWith("xmlns:")) {
            return DECLARATIONS;
        }
        return namespace.isEmpty() ? null : namespace;
    }

    @Override
    public void endElement(String namespace, String localName, String name) {
        parent = parent.getParentNode();
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        String text = new String(buffer, start, length);
        if (character) {
            parent.appendChild(document.createCDATASection(text));
        } else if (parent.getLastChild() instanceof Text last && last.getNodeType() == Node.TEXT_NODE) {
            last.appendData(text);
        } else {
            parent.appendChild(document.createTextNode(text));
        }
    }

    @Override
    public void ignorableWhitespace(char[] buffer, int start, int length) {
        characters(buffer, start, length);
    }

    @Override
    public void startCDATA() {
        character = true;
    }

    @Override
    public void endCDATA() {
        character = false;
    }

    @Override
    public void comment(char[] buffer, int start, int length) {
        parent.appendChild(document.createComment(new String(buffer, start, length)));
    }

    @Override
    public void processingInstruction(String target, String data) {
        parent.appendChild(document.createProcessingInstruction(target, data));
    }

    /** Warnings and errors are for callers, not for the console. */
    @Override
    public void fatalError(SAXParseException mistake) throws SAXException {
        throw mistake;
    }
}
