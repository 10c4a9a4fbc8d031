package io.vmsh.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The little of libxml2 that picking nodes by XPath takes; libvirt's client library cannot be without it. */
interface LibxmlApi extends com.sun.jna.Library {
    LibxmlApi API = Library.load("libxml2.so.2", LibxmlApi.class);

    /** {@code XML_PARSE_NONET}; without {@code XML_PARSE_NOENT} and {@code XML_PARSE_DTDLOAD}, entities stay unread. */
    int XML_PARSE_NONET = 1 << 11;

    /** {@code XML_PARSE_NOBLANKS}: blanks between elements are dropped, so that what is picked is indented anew. */
    int XML_PARSE_NOBLANKS = 1 << 8;

    @Nullable
    Pointer xmlReadMemory(byte[] text, int length, String url, @Nullable String encoding, int options);

    void xmlFreeDoc(Pointer document);

    @Nullable
    Pointer xmlNewDoc(String version);

    @Nullable
    Pointer xmlNewNode(@Nullable Pointer namespace, String name);

    @Nullable
    Pointer xmlDocSetRootElement(Pointer document, Pointer root);

    @Nullable
    Pointer xmlDocCopyNode(Pointer node, Pointer document, int recursive);

    @Nullable
    Pointer xmlAddChild(Pointer parent, Pointer child);

    @Nullable
    Pointer xmlXPathNewContext(Pointer document);

    void xmlXPathFreeContext(Pointer context);

    @Nullable
    Pointer xmlXPathEval(String expression, Pointer context);

    void xmlXPathFreeObject(Pointer object);

    @Nullable
    Pointer xmlBufferCreate();

    int xmlNodeDump(Pointer buffer, Pointer document, Pointer node, int level, int format);

    String xmlBufferContent(Pointer buffer);

    void xmlBufferFree(Pointer buffer);

    void xmlSetStructuredErrorFunc(@Nullable Pointer userData, @Nullable ErrorHandler handler);

    /** {@code xmlStructuredErrorFunc}. */
    interface ErrorHandler extends Callback {
        void error(@Nullable Pointer userData, Pointer error);
    }
}
