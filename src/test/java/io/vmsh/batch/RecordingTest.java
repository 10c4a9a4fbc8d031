package io.vmsh.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.session.Sessions;
import io.vmsh.spec.Binder;
import io.vmsh.spec.Group;
import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final Spec LOGIN = Spec.of("login", Group.VIRSH, "")
            .takes(
                    Opt.of("user", Value.TEXT, ""),
                    Opt.of("word", Value.TEXT, "").hidden())
            .local();

    @TempDir
    Path folder;

    @Test
    void aSecretBecomesAQuestion() throws IOException {
        Path file = folder.resolve("did.vmsh");
        try (Sessions sessions = new Sessions()) {
            Recording recording = Recording.begin(file);
            record(recording, sessions, "login me --word 'open sesame'", List.of());
            record(recording, sessions, "login me --word sesame", List.of("wrong\nword"));
            record(recording, sessions, "login you", List.of());
            assertThat(recording.statements()).isEqualTo(2);
        }
        assertThat(Files.readAllLines(file).subList(1, 7))
                .containsExactly(
                        "ask \"word for login?\" as secret1 hidden",
                        "login --user me --word ${secret1}",
                        "# failed: login --user me --word ${secret2}",
                        "# error: wrong",
                        "# error: word",
                        "login --user you");
    }

    private static void record(Recording recording, Sessions sessions, String statement, List<String> errors)
            throws IOException {
        Recording.Before before = recording.before(
                new Binder(name -> name.equals("login") ? LOGIN : null)
                        .bind(new LineLexer(statement))
                        .getFirst(),
                sessions);
        recording.after(before, sessions, errors);
    }
}
