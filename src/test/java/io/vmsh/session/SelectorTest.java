package io.vmsh.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.hypervisor.ConnectRequest.Credentials;
import io.vmsh.hypervisor.ConnectRequest.KeepAlive;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.spec.UsageException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {
    private final Sessions sessions = new Sessions();

    @BeforeEach
    void addSessions() {
        add("kvm1", Set.of("prod", "berlin"));
        add("kvm2", Set.of("prod"));
        add("test", Set.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kvm1       | kvm1",
                "kvm2,kvm1  | kvm2 kvm1",
                "@prod      | kvm1 kvm2",
                "@berlin    | kvm1",
                "all        | kvm1 kvm2 test",
                "kvm*       | kvm1 kvm2",
                "*e*        | test",
                "test,@prod | test kvm1 kvm2",
                "kvm1,all   | kvm1 kvm2 test"
            })
    void namesSessionsOnceEach(String word, String expected) {
        assertThat(String.join(" ", names(word))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kvm3     | no session named 'kvm3'; did you mean kvm1 or kvm2?",
                "kvm1,x   | no session named 'x'",
                "@porrd   | no session has the tag 'porrd'; did you mean @prod?",
                "web*     | no session named 'web*'",
                "kvm1,    | no session named ''",
                "'.*'     | no session named '.*'"
            })
    void tellsThePartThatNamesNone(String word, String message) {
        assertThatThrownBy(() -> names(word)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    private List<String> names(String word) {
        return Selector.parse(word).in(sessions).stream().map(Session::name).toList();
    }

    private void add(String name, Set<String> tags) {
        sessions.add(new SessionPlan(name, "test:///default", false, tags)
                .session(KeepAlive.DEFAULT, Credentials.NONE, new LibvirtConnector()));
    }
}
