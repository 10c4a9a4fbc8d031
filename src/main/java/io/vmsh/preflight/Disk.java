package io.vmsh.preflight;

import io.vmsh.hypervisor.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disk of the guest.
 *
 * @param target what the guest knows it by, such as {@code vda}
 * @param type libvirt's: {@code file}, {@code block}, {@code network}, {@code volume} …
 * @param source path, device or name; empty when there is no medium in it
 * @param pool of a disk that is named by pool and volume
 * @param format of the image, such as {@code qcow2}
 * @param cache its cache mode; {@code default} when left to the hypervisor
 * @param discarded whether what the guest writes is forgotten
 * @param backing paths of the images below it, as far as libvirt knows them
 * @param job whether a block job has it
 */
record Disk(
        String target,
        String type,
        String source,
        Optional<String> pool,
        String format,
        String cache,
        boolean readOnly,
        boolean shareable,
        boolean discarded,
        List<String> backing,
        boolean job) {
    /** The attributes that name a source, whichever its type has. */
    private static final List<String> SOURCES = List.of("file", "dev", "dir", "volume", "name");

    static Disk of(XmlElement disk) {
        return new Disk(
                disk.attribute("target", "dev").orElse("?"),
                disk.attribute("type").orElse("file"),
                sourceOf(disk),
                disk.attribute("source", "pool"),
                disk.attribute("driver", "type").orElse("raw"),
                disk.attribute("driver", "cache").orElse("default"),
                disk.has("readonly"),
                disk.has("shareable"),
                disk.has("transient"),
                backingOf(disk),
                disk.has("mirror"));
    }

    private static String sourceOf(XmlElement of) {
        return of.first("source")
                .flatMap(source -> SOURCES.stream()
                        .flatMap(name -> source.attribute(name).stream())
                        .findFirst())
                .orElse("");
    }

    private static List<String> backingOf(XmlElement disk) {
        List<String> paths = new ArrayList<>();
        Optional<XmlElement> layer = disk.first("backingStore");
        while (layer.isPresent()) {
            String path = sourceOf(layer.get());
            if (path.startsWith("/")) {
                paths.add(path);
            }
            layer = layer.get().first("backingStore");
        }
        return paths;
    }

    /** Whether libvirt looks at it by a path on the host. */
    boolean hasPath() {
        return source.startsWith("/") && (type.equals("file") || type.equals("block"));
    }

    /** Where it is: the path, or pool and volume. */
    String place() {
        return pool.map(name -> name + "/" + source).orElse(source);
    }

    /** All files that it is made of, itself first. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        if (hasPath()) {
            paths.add(source);
        }
        paths.addAll(backing);
        return List.copyOf(paths);
    }

    /** Whether libvirt copies it when it copies storage. */
    boolean copied() {
        return !readOnly && !shareable;
    }

    /** Whether it is written past the host's cache, so that another host sees what was written. */
    boolean bypassesCache() {
        return cache.equals("none") || cache.equals("directsync");
    }
}
