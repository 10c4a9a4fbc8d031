package io.vmsh.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.XmlElement;
import io.vmsh.hypervisor.XmlQuery;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** XPath by libxml2, so that what is picked is written as libvirt writes XML. Parses without network and entities. */
final class LibxmlQuery implements XmlQuery {
    /** {@code VIR_FROM_XPATH}. */
    private static final int FROM_XPATH = 40;
    /** {@code VIR_FROM_XML}. */
    private static final int FROM_XML = 5;

    private static final int XPATH_NODESET = 1;
    /** {@code xmlElementType}, which stands behind the first pointer of nodes and of namespaces. */
    private static final int XML_NAMESPACE_DECL = 18;

    @Override
    public List<String> select(String xml, String xpath) {
        return find(
                xml,
                xpath,
                (document, nodes) ->
                        nodes.stream().map(node -> text(document, node)).toList());
    }

    @Override
    public String wrap(String xml, String xpath) {
        return find(xml, xpath, (document, nodes) -> {
            Pointer wrapper = Failures.check(LibxmlApi.API.xmlNewDoc("1.0"));
            try {
                Pointer root = Failures.check(LibxmlApi.API.xmlNewNode(null, "nodes"));
                LibxmlApi.API.xmlDocSetRootElement(wrapper, root);
                for (Pointer node : nodes) {
                    LibxmlApi.API.xmlAddChild(root, Failures.check(LibxmlApi.API.xmlDocCopyNode(node, wrapper, 1)));
                }
                return text(wrapper, root);
            } finally {
                LibxmlApi.API.xmlFreeDoc(wrapper);
            }
        });
    }

    @Override
    public XmlElement tree(String xml) {
        try {
            return element(XmlDocument.parse(xml).root());
        } catch (InvalidXmlException mistake) {
            throw new HypervisorException(ErrorCode.XML_ERROR.number(), FROM_XML, String.valueOf(mistake.getMessage()));
        }
    }

    private static XmlElement element(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : XmlTreeBuilder.attributesInOrder(element)) {
            attributes.put(name, element.getAttribute(name));
        }
        List<XmlElement> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(element(inner));
            }
        }
        return new XmlElement(element.getTagName(), attributes, children, element.getTextContent());
    }

    private static <R> R find(String xml, String xpath, BiFunction<Pointer, List<Pointer>, R> use) {
        Errors errors = new Errors();
        LibxmlApi.API.xmlSetStructuredErrorFunc(null, errors);
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        Pointer document = LibxmlApi.API.xmlReadMemory(
                bytes, bytes.length, "domain.xml", "UTF-8", LibxmlApi.XML_PARSE_NONET | LibxmlApi.XML_PARSE_NOBLANKS);
        try {
            if (document == null) {
                throw new HypervisorException(ErrorCode.XML_ERROR.number(), FROM_XPATH, errors.first("no XML"));
            }
            return evaluate(document, xpath, errors, use);
        } finally {
            LibxmlApi.API.xmlSetStructuredErrorFunc(null, null);
            if (document != null) {
                LibxmlApi.API.xmlFreeDoc(document);
            }
        }
    }

    private static <R> R evaluate(
            Pointer document, String xpath, Errors errors, BiFunction<Pointer, List<Pointer>, R> use) {
        Pointer context = Failures.check(LibxmlApi.API.xmlXPathNewContext(document));
        Pointer found = LibxmlApi.API.xmlXPathEval(xpath, context);
        try {
            if (found == null) {
                throw mistake("XPath error : " + errors.first("Invalid expression"));
            }
            if (found.getInt(0) != XPATH_NODESET) {
                throw mistake("internal error: Incorrect xpath '" + xpath + "'");
            }
            return use.apply(document, nodes(found.getPointer(Native.POINTER_SIZE)));
        } finally {
            if (found != null) {
                LibxmlApi.API.xmlXPathFreeObject(found);
            }
            LibxmlApi.API.xmlXPathFreeContext(context);
        }
    }

    /**
     * {@code xmlNodeSet}: {@code int nodeNr, nodeMax; xmlNodePtr *nodeTab}. Namespaces are left out: libxml2 keeps them in
     * another structure, which its functions for nodes must not be given.
     */
    private static List<Pointer> nodes(@Nullable Pointer set) {
        if (set == null || set.getInt(0) == 0) {
            return List.of();
        }
        return Stream.of(set.getPointer(2L * Integer.BYTES).getPointerArray(0, set.getInt(0)))
                .filter(node -> node.getInt(Native.POINTER_SIZE) != XML_NAMESPACE_DECL)
                .toList();
    }

    private static String text(Pointer document, Pointer node) {
        Pointer buffer = Failures.check(LibxmlApi.API.xmlBufferCreate());
        try {
            LibxmlApi.API.xmlNodeDump(buffer, document, node, 0, 1);
            return LibxmlApi.API.xmlBufferContent(buffer);
        } finally {
            LibxmlApi.API.xmlBufferFree(buffer);
        }
    }

    private static HypervisorException mistake(String message) {
        return new HypervisorException(ErrorCode.INTERNAL_ERROR.number(), FROM_XPATH, message);
    }

    /** Collects what libxml2 would write to the error stream. */
    private static final class Errors implements LibxmlApi.ErrorHandler {
        private final Stream.Builder<String> messages = Stream.builder();

        @Override
        public void error(@Nullable Pointer userData, Pointer error) {
            // xmlError: int domain; int code; char *message.
            messages.add(
                    error.getPointer(2L * Integer.BYTES).getString(0, "UTF-8").strip());
        }

        String first(String none) {
            return messages.build().findFirst().orElse(none);
        }
    }
}
