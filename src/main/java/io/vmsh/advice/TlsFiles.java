package io.vmsh.advice;

import io.vmsh.probe.HypervisorUri;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that libvirt's client needs for TLS on this machine. */
final class TlsFiles {
    private TlsFiles() {}

    /** Those that are not there; none for a URI without TLS. */
    static List<String> missing(HypervisorUri uri) {
        boolean tls = uri.transport().equals("tls")
                || (uri.transport().isEmpty() && !uri.host().isEmpty());
        return tls
                ? needed(uri).filter(file -> !Files.isReadable(Path.of(file))).toList()
                : List.of();
    }

    /** The client's certificate is asked for by most servers, and looked for in the same folder. */
    private static Stream<String> needed(HypervisorUri uri) {
        Optional<String> folder = uri.parameter("pkipath");
        return folder.map(path -> Stream.of(path + "/cacert.pem", path + "/clientcert.pem", path + "/clientkey.pem"))
                .orElseGet(() -> Stream.of(
                        "/etc/pki/CA/cacert.pem",
                        "/etc/pki/libvirt/clientcert.pem",
                        "/etc/pki/libvirt/private/clientkey.pem"));
    }
}
