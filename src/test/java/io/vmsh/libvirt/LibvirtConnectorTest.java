package io.vmsh.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.hypervisor.ConnectRequest.Credentials;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.KeepAliveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibvirtConnectorTest {
    private final LibvirtConnector connector = new LibvirtConnector();

    @Test
    void opensTheTestDriver() {
        try (Hypervisor hypervisor = connector.open(request("test:///default", KeepAlive.DEFAULT))) {
            assertThat(hypervisor.uri()).isEqualTo("test:///default");
            assertThat(hypervisor.alive()).isTrue();
        }
    }

    @Test
    void refusesAKeepAliveThatTheDriverLacks() {
        assertThatThrownBy(() -> connector.open(request("test:///default", new KeepAlive(3, 6, true))))
                .isInstanceOf(KeepAliveException.class)
                .hasMessage("this function is not supported by the connection driver: virConnectSetKeepAlive");
    }

    @Test
    void takesNoKeepAliveForAnAnswer() {
        connector.open(request("test:///default", new KeepAlive(0, 6, true))).close();
    }

    @Test
    void tellsWhyNobodyAnswers() {
        assertThatThrownBy(() -> connector.open(request("qemu+tcp://127.0.0.1:1/system", KeepAlive.DEFAULT)))
                .isInstanceOfSatisfying(
                        HypervisorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SYSTEM_ERROR))
                .hasMessage("unable to connect to server at '127.0.0.1:1': Connection refused");
    }

    @Test
    void passesQuestionsOn(@TempDir Path folder) throws IOException {
        String uri = guarded(folder);
        List<String> asked = new ArrayList<>();
        Credentials operator = (prompt, echo) -> {
            asked.add(prompt + echo);
            return echo ? "operatør" : "sesam öffne dich";
        };
        connector.open(request(uri, KeepAlive.DEFAULT).asking(operator)).close();
        assertThat(asked)
                .containsExactly(
                        "Enter username for localhost: true", "Enter operatør's password for localhost: false");
    }

    @Test
    void tellsWhenThePasswordIsWrongOrThereIsNobodyToAsk(@TempDir Path folder) throws IOException {
        ConnectRequest request = request(guarded(folder), KeepAlive.DEFAULT);
        assertThatThrownBy(() -> connector.open(request.asking((prompt, echo) -> echo ? "operatør" : "wrong")))
                .isInstanceOfSatisfying(
                        HypervisorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.AUTH_FAILED));
        assertThatThrownBy(() -> connector.open(request)).isInstanceOf(HypervisorException.class);
        assertThatThrownBy(() -> connector.open(request.asking((prompt, echo) -> {
                    throw new IllegalStateException("the terminal is gone");
                })))
                .isInstanceOf(HypervisorException.class);
    }

    /** A host of the test driver that asks for a name and a password. */
    private static String guarded(Path folder) throws IOException {
        Path node = Files.writeString(folder.resolve("node.xml"), """
                <node><auth><user password='sesam öffne dich'>operatør</user></auth></node>
                """);
        return "test://" + node;
    }

    private static ConnectRequest request(String uri, KeepAlive keepAlive) {
        return new ConnectRequest(uri, false, keepAlive, Credentials.NONE);
    }
}
