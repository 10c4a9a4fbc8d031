package io.vmsh.command;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.hypervisor.XmlQuery;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options {@code --xpath} and {@code --wrap} of all commands that show XML. */
public final class XmlSelection {
    public static final Opt<String> XPATH =
            Opt.of("xpath", TEXT, "show only what this XPath expression finds").named();
    public static final Flag WRAP = Flag.of("wrap", "put what --xpath finds below one root element");

    private XmlSelection() {}

    /** The document, or what the options choose of it. */
    public static Result of(Call call, String xml) {
        Optional<String> xpath = call.find(XPATH);
        if (xpath.isEmpty()) {
            return Result.xml(xml);
        }
        XmlQuery query = call.hypervisor().xmlQuery();
        if (call.has(WRAP)) {
            return Result.xml(query.wrap(xml, xpath.get()));
        }
        List<String> found = query.select(xml, xpath.get());
        StringBuilder text = new StringBuilder();
        found.forEach(node -> text.append(node).append('\n'));
        return new Result.Document(text.toString(), Map.of("xml", found));
    }
}
