package io.vmsh.hypervisor;

import java.util.List;

/** Picks parts of XML documents by XPath; done here, no call to a hypervisor. */
public interface XmlQuery {
    /**
     * The nodes that match, each as XML.
     *
     * @throws HypervisorException when the text is no XML or the expression does not give nodes
     */
    List<String> select(String xml, String xpath);

    /** The nodes that match, below one root element {@code nodes}. */
    String wrap(String xml, String xpath);
}
