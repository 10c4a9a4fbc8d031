package io.vmsh.hypervisor;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a description from libvirt, to be looked at.
 *
 * @param text all text within it, that of its children too
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {
    public XmlElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** The elements at a path of names below this one, such as {@code devices/disk}, in document order. */
    public List<XmlElement> all(String path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : Arrays.asList(path.split("/", -1))) {
            found = found.flatMap(element -> element.children().stream())
                    .filter(element -> element.name().equals(step));
        }
        return found.toList();
    }

    /** The first element at a path. */
    public Optional<XmlElement> first(String path) {
        return all(path).stream().findFirst();
    }

    public boolean has(String path) {
        return !all(path).isEmpty();
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** An attribute of the first element at a path that has it. */
    public Optional<String> attribute(String path, String name) {
        return all(path).stream()
                .flatMap(element -> element.attribute(name).stream())
                .findFirst();
    }

    /** The text of the first element at a path. */
    public Optional<String> text(String path) {
        return first(path).map(element -> element.text().strip());
    }
}
