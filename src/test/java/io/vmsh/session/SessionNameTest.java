package io.vmsh.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionNameTest {
    @ParameterizedTest
    @CsvSource({
        "qemu+ssh://root@kvm1.example.org/system, kvm1",
        "qemu+tcp://kvm2:16509/system,            kvm2",
        "qemu:///system,                          qemu",
        "test:///default,                         test-2",
        "qemu+tcp://10.0.0.7/system,              10.0.0.7",
        "qemu+tls://[fe80::1]/system,             fe80--1",
        "hail,                                    hail",
        "'no such: thing',                        default",
        ",                                        default"
    })
    void comesFromTheHostElseTheDriver(String uri, String name) {
        assertThat(SessionName.of(uri, Set.of("test"))).isEqualTo(name);
    }
}
