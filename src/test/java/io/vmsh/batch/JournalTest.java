package io.vmsh.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.batch.JournalHead.Planned;
import io.vmsh.batch.PastRun.Ending;
import io.vmsh.batch.PastRun.Outcome;
import io.vmsh.batch.PastRun.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final JournalHead HEAD = new JournalHead(
            "script",
            "move all",
            "/srv/move all.vmsh",
            "00ff",
            List.of("--set", "GUEST=web1"),
            List.of(new Planned("1", "start web1"), new Planned("2", "list")));
    private static final JournalStep START = new JournalStep("1", "start \"web1\"", "kvm1", true);
    private static final JournalStep LIST = new JournalStep("2", "list", null, false);

    @TempDir
    private Path state;

    private Journals journals;

    @BeforeEach
    void open() {
        journals = Journals.of(Map.of("XDG_STATE_HOME", state.toString()));
    }

    @Test
    void ctrlCDoesNotCloseIt() {
        try (Journal journal = journals.begin(HEAD)) {
            Journal.Begun begun = journal.before(START);
            Thread.currentThread().interrupt();
            begun.ended(Outcome.FAILED, List.of("interrupted"));
            journal.note("answer", "yes");
            journal.end(Ending.STOPPED);
            assertThat(journals.read(journal.id()).entries()).hasSize(1);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(journals.read(journal.id()).entries().getFirst().outcome())
                    .isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void tellsWhatWasWritten() {
        try (Journal journal = journals.begin(HEAD)) {
            journal.before(START).ended(Outcome.DONE, List.of());
            journal.note("answer", "yes\nno");
            journal.before(LIST).ended(Outcome.FAILED, List.of("it broke", "badly"));
            assertThat(journals.read(journal.id()).state()).isEqualTo(State.RUNNING);
            journal.end(Ending.STOPPED);
        }

        PastRun run = journals.newestResumable("script").orElseThrow();
        assertThat(run.head()).isEqualTo(HEAD);
        assertThat(run.state()).isEqualTo(State.STOPPED);
        assertThat(run.finished()).containsExactly("1");
        assertThat(run.cut()).isEmpty();
        assertThat(run.notes()).containsExactly(Map.entry("answer", "yes\nno"));
        assertThat(run.entries()).extracting(PastRun.Entry::step).containsExactly(START, LIST);
        assertThat(run.entry("2").orElseThrow().messages()).containsExactly("it broke", "badly");
        assertThat(run.id()).matches("\\d{8}-\\d{6}-move-all");
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        try (Journal journal = journals.begin(HEAD)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal.file())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(journal.file().getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void knowsStepsCutInTheMiddle() {
        String id;
        try (Journal journal = journals.begin(HEAD)) {
            id = journal.id();
            journal.before(START);
            journal.before(LIST).ended(Outcome.DONE, List.of());
        }

        PastRun run = journals.read(id);
        assertThat(run.state()).isEqualTo(State.CUT);
        assertThat(run.cut()).extracting(PastRun.Entry::step).containsExactly(START);

        try (Journal journal = journals.resume(id)) {
            journal.before(START).ended(Outcome.SKIPPED, List.of());
            journal.end(Ending.FINISHED);
        }
        assertThat(journals.read(id).finished()).containsExactlyInAnyOrder("1", "2");
        assertThat(journals.newestResumable("script")).isEmpty();
    }

    @Test
    void aLineThatWasCutIsLeftOutAndWrittenOver() throws IOException {
        String id;
        Path file;
        try (Journal journal = journals.begin(HEAD)) {
            id = journal.id();
            file = journal.file();
            journal.before(START).ended(Outcome.DONE, List.of());
        }
        String whole = Files.readString(file);
        for (String torn : List.of("{", "{\"event\":\"bef", "{\"event\":\"before\",\"step\":\"2\"}", "\0\0\0\n")) {
            Files.writeString(file, whole + torn);
            assertThat(journals.read(id).finished()).as(torn).containsExactly("1");
            journals.resume(id).close();
            assertThat(Files.readString(file)).as(torn).startsWith(whole + "{\"event\":\"resumed\"");
        }
        Files.writeString(file, "{\n" + whole);
        assertThatThrownBy(() -> journals.read(id)).hasMessage("line 1 of the journal %s is damaged".formatted(id));
        assertThat(journals.all()).isEmpty();
    }

    @Test
    void isHeldByOneAtATime() throws IOException {
        String id;
        try (Journal journal = journals.begin(HEAD)) {
            id = journal.id();
            assertThatThrownBy(() -> journals.resume(id)).hasMessageContaining("is under way");
        }
        // Another process.
        Process holder = new ProcessBuilder(
                        "python3",
                        "-c",
                        "import fcntl,sys;f=open(sys.argv[1],'r+');fcntl.lockf(f,fcntl.LOCK_EX);print(1,flush=True);input()",
                        state.resolve("vmsh/journals/" + id + ".jsonl").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('1');
            assertThat(journals.read(id).state()).isEqualTo(State.RUNNING);
            assertThatThrownBy(() -> journals.resume(id)).hasMessageContaining("is under way");
        } finally {
            holder.destroy();
        }
    }

    @Test
    void readingDoesNotLetTheLockGo() throws Exception {
        try (Journal journal = journals.begin(HEAD)) {
            assertThat(journals.all()).hasSize(1);
            Process other = new ProcessBuilder(
                            "python3",
                            "-c",
                            "import fcntl,sys;fcntl.lockf(open(sys.argv[1],'r+'),fcntl.LOCK_EX|fcntl.LOCK_NB)",
                            journal.file().toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(other.waitFor()).isNotZero();
        }
    }

    @Test
    void keepsTheNewest() throws IOException {
        Path folder = Files.createDirectories(state.resolve("vmsh/journals"));
        for (int i = 0; i < Journals.KEPT; i++) {
            Files.createFile(folder.resolve("20200101-%06d-old.jsonl".formatted(i)));
        }
        try (Journal journal = journals.begin(HEAD)) {
            assertThat(journals.ids())
                    .hasSize(Journals.KEPT)
                    .contains(journal.id())
                    .doesNotContain("20200101-000000-old");
        }
    }

    @Test
    void needsAPlace() {
        assertThatThrownBy(() -> Journals.of(Map.of())).hasMessageContaining("set HOME");
        assertThatThrownBy(() -> journals.read("nothing")).hasMessageContaining("there is no journal 'nothing'");
        assertThatThrownBy(() -> journals.read("../history")).hasMessageContaining("there is no journal");
    }

    @Test
    void otherLinesOfALaterVersionAreNoHindrance() throws IOException {
        Journal journal = journals.begin(HEAD);
        journal.close();
        Files.writeString(journal.file(), "{\"event\":\"weather\",\"sun\":true}\n", StandardOpenOption.APPEND);
        try (Journal again = journals.resume(journal.id())) {
            again.before(START).ended(Outcome.DONE, List.of());
        }
        assertThat(journals.read(journal.id()).finished()).containsExactly("1");
    }
}
