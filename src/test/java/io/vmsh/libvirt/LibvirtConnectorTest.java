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
import org.junit.jupiter.api.Test;

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

    private static ConnectRequest request(String uri, KeepAlive keepAlive) {
        return new ConnectRequest(uri, false, keepAlive, Credentials.NONE);
    }
}
