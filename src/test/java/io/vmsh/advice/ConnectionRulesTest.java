package io.vmsh.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.probe.HypervisorUri;
import io.vmsh.probe.Knock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionRulesTest {
    private static final String REFUSED = "root@kvm1: Permission denied (publickey).";
    private static final String UNKNOWN = "Host key verification failed.";

    private static String code(ErrorCode error, String uri, Knock knock, String ssh, List<String> missing) {
        ConnectionRules.Facts facts = new ConnectionRules.Facts(
                error,
                uri,
                HypervisorUri.parse(uri).orElseThrow(),
                Optional.ofNullable(knock),
                Optional.ofNullable(ssh),
                missing);
        return ConnectionRules.ALL.stream()
                .flatMap(rule -> rule.explain(facts).stream())
                .map(Advice::code)
                .findFirst()
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME_UNKNOWN, name-unknown",
        "REFUSED, port-refused",
        "SILENT, port-blocked",
        "NO_ROUTE, port-blocked",
        "OPEN, none"
    })
    void theKnockDecides(Knock knock, String code) {
        assertThat(code(ErrorCode.SYSTEM_ERROR, "qemu+tcp://kvm1/system", knock, null, List.of()))
                .isEqualTo(code);
    }

    @Test
    void sshRefusesForTwoReasons() {
        String uri = "qemu+ssh://root@kvm1/system";
        assertThat(code(ErrorCode.SYSTEM_ERROR, uri, Knock.OPEN, REFUSED, List.of()))
                .isEqualTo("ssh-refused");
        assertThat(code(ErrorCode.SYSTEM_ERROR, uri, Knock.OPEN, UNKNOWN, List.of()))
                .isEqualTo("ssh-host-unknown");
    }

    @Test
    void tlsLacksAFileOrBelief() {
        String uri = "qemu+tls://kvm1/system";
        assertThat(code(ErrorCode.SYSTEM_ERROR, uri, Knock.OPEN, null, List.of("/etc/pki/CA/cacert.pem")))
                .isEqualTo("tls-file-missing");
        assertThat(code(ErrorCode.AUTH_FAILED, uri, Knock.OPEN, null, List.of()))
                .isEqualTo("tls-refused");
    }

    @Test
    void thisMachineNeedsADaemon() {
        assertThat(code(ErrorCode.SYSTEM_ERROR, "qemu:///system", null, null, List.of()))
                .isEqualTo("daemon-down");
    }
}
