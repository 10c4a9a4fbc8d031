package io.vmsh.libvirt;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A description from libvirt or from a person, to be read and edited. Nothing is lost between {@link #parse} and
 * {@link #toString}: elements unknown here, comments, blanks and the order of attributes stay. Documents with a DOCTYPE are
 * refused, and with it every trick with entities.
 */
final class XmlDocument {
    private static final SAXParserFactory PARSERS = parsers();

    private final Document document;

    private XmlDocument(Document document) {
        this.document = document;
    }

    /**
     * Reads a document.
     *
     * @throws InvalidXmlException when it is not well-formed, or has a DOCTYPE
     */
    static XmlDocument parse(String xml) {
        try {
            SAXParser parser = PARSERS.newSAXParser();
            XmlTreeBuilder builder = new XmlTreeBuilder();
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", builder);
            parser.parse(new InputSource(new StringReader(xml)), builder);
            return new XmlDocument(builder.document());
        } catch (SAXParseException mistake) {
            throw new InvalidXmlException(mistake.getLineNumber(), String.valueOf(mistake.getMessage()));
        } catch (SAXException | ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** The text of the first element at a path of names below the root, such as {@code target/path}. */
    Optional<String> text(String path) {
        return elements(path).stream().findFirst().map(Element::getTextContent);
    }

    /** The elements at a path of names below the root, in document order. */
    List<Element> elements(String path) {
        return elements(root(), path);
    }

    /** The elements at a path of names below an element, in document order. */
    static List<Element> elements(Element from, String path) {
        List<Element> found = List.of(from);
        for (String name : path.split("/", -1)) {
            List<Element> next = new ArrayList<>();
            for (Element parent : found) {
                for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element element && element.getTagName().equals(name)) {
                        next.add(element);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The document as text. */
    @Override
    public String toString() {
        return XmlWriter.text(document);
    }

    private static SAXParserFactory parsers() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
            return factory;
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
