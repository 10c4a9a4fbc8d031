package io.vmsh.hypervisor;

import java.util.List;

/** Reads XML documents, and picks parts of them by XPath; done here, no call to a hypervisor. */
public interface XmlQuery {
    /**
     * The nodes that match, each as XML.
     *
     * @throws HypervisorException when the text is no XML or the expression does not give nodes
     */
    List<String> select(String xml, String xpath);

    /** The nodes that match, below one root element {@code nodes}. */
    String wrap(String xml, String xpath);

    /**
     * The whole document, to be walked through.
     *
     * @throws HypervisorException when the text is no XML
     */
    XmlElement tree(String xml);
}
