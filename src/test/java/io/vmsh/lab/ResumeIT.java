package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts whose process is killed, or whose disk is full: what is done stays done, and is not done again. */
class ResumeIT {
    private static final Path JOURNALS = Lab.home(".local/state/vmsh/journals");
    /** Each of these fails when it is run a second time. */
    private static final List<String> STEPS = List.of(
            "pool-create-as resumed dir --target /tmp/resumed",
            "vol-create-as resumed disk1 1M",
            "vol-create-as resumed disk2 1M",
            "start local1 --paused",
            "resume local1",
            "suspend local1",
            "destroy local1",
            "vol-delete disk1 --pool resumed",
            "vol-delete disk2 --pool resumed",
            "pool-destroy resumed");

    @Test
    void killedAtEveryStepNoneIsLostAndNoneRunsTwice(@TempDir Path folder) throws Exception {
        LabClient.fresh();
        Lab.run("exec", "kvm1", "mkdir", "-p", "/tmp/resumed");
        forgetJournals();
        Path file = folder.resolve("kill-me.vmsh");
        Files.writeString(file, "connect qemu+tcp://kvm1/system --name kvm1\n" + String.join("\n", STEPS) + "\n");
        int kills = 0;
        Process run = start("run", file.toString());
        Path journal = journal(run);
        // Killed once in each step and once behind it; the first line is the head, and each try has one of its own.
        long wanted = lines(journal) + 1;
        while (killedAt(run, journal, wanted)) {
            kills++;
            if (isFinished(journal)) {
                break;
            }
            run = start("run", "--resume");
            // One line for the new try, two for the connection that it needs again, and one or two for a step.
            wanted = lines(journal) + (kills % 2 == 0 ? 4 : 5);
        }
        // One that was killed behind its last line has nothing more to say.
        String printed = isFinished(journal) ? "" : ended(run).out();
        assertThat(isFinished(journal)).as(printed + Files.readString(journal)).isTrue();
        assertThat(kills).isGreaterThanOrEqualTo(STEPS.size());
        Output shown = LabClient.run(LabClient.vmshWords("journal", "show", "--output", "json"));
        assertThat(shown.out()).contains("\"state\": \"finished\"");
        for (String step : STEPS) {
            assertThat(shown.out()).contains("\"statement\": \"" + step + "\"");
        }
        assertThat(LabClient.virsh("kvm1", "pool-list", "--all", "--name").out())
                .doesNotContain("resumed");
        assertThat(LabClient.run(LabClient.vmshWords("run", "--resume")).err()).contains("there is nothing to resume");
    }

    /** What is done to a guest of the loop takes it away, so that another look would not find it any more. */
    @Test
    void killedAtEveryStepOfALoopItGoesOnWithTheGuestsItBeganWith(@TempDir Path folder) throws Exception {
        LabClient.fresh();
        forgetJournals();
        List<String> guests = List.of("loop1", "loop2");
        for (String guest : guests) {
            define(guest, folder);
        }
        Path file = folder.resolve("loop.vmsh");
        Files.writeString(file, """
                connect qemu+tcp://kvm1/system --name kvm1
                for guest in kvm1/loop? {
                    undefine ${guest}
                    echo ${guest} is gone
                }
                """);
        Process run = start("run", file.toString());
        Path journal = journal(run);
        int kills = 0;
        for (long wanted = lines(journal) + 1; killedAt(run, journal, wanted) && !isFinished(journal); kills++) {
            if (kills == 3) {
                define("loop3", folder);
            }
            run = start("run", "--resume");
            wanted = lines(journal) + (kills % 2 == 0 ? 4 : 5);
        }
        String printed = isFinished(journal) ? "" : ended(run).out();
        String written = Files.readString(journal);
        assertThat(isFinished(journal)).as(printed + written).isTrue();
        assertThat(kills).isGreaterThanOrEqualTo(2 * guests.size());
        for (String guest : guests) {
            assertThat(written.lines()
                            .filter(line -> line.contains("\"after\"")
                                    && line.contains("[kvm1/" + guest + "]")
                                    && line.contains("\"failed\"")))
                    .isEmpty();
            assertThat(written).contains("\"text\":\"echo kvm1/" + guest + " is gone\"");
        }
        assertThat(written).doesNotContain("kvm1/loop3").contains("guests 2");
        assertThat(LabClient.virsh("kvm1", "list", "--all", "--name").out())
                .doesNotContain(guests)
                .contains("loop3");
        LabClient.virsh("kvm1", "undefine", "loop3");
    }

    private static void define(String guest, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(guest + ".xml"), """
                <domain type='qemu'>
                  <name>%s</name><memory unit='MiB'>16</memory>
                  <os><type>hvm</type></os>
                </domain>
                """.formatted(guest));
        LabClient.succeeded(LabClient.virsh("kvm1", "define", file.toString()));
    }

    @Test
    void stopsBeforeTheNextStepWhenTheDiskIsFull(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("full.vmsh");
        Files.writeString(file, "suspend test\nresume test\n".repeat(200));
        List<String> words = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mkdir -p \"$1\" && mount -t tmpfs -o size=64k none \"$1\" && shift && exec \"$@\"",
                "sh",
                folder.resolve("state").toString()));
        words.addAll(List.of(
                "env",
                "XDG_STATE_HOME=" + folder.resolve("state"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.vmsh.Main",
                "-c",
                "test:///default",
                "run",
                file.toString()));
        Output full = LabClient.run(words.toArray(String[]::new));
        assertThat(full.exit()).isEqualTo(6);
        assertThat(full.err()).containsPattern("the journal .* cannot be written: No space left on device");
        assertThat(full.err()).containsPattern("full.vmsh:\\d+: stopped at '(suspend|resume) test'; not run:");
        long done =
                full.out().lines().filter(line -> line.startsWith("Domain ")).count();
        assertThat(done).isBetween(10L, 399L);
    }

    /** Kills a process as soon as the journal has so many lines; false when it came to its end before. */
    private static boolean killedAt(Process run, Path journal, long lines) throws Exception {
        while (lines(journal) < lines) {
            if (run.waitFor(2, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        run.destroyForcibly();
        run.waitFor();
        return run.exitValue() == 137;
    }

    private static Process start(String... words) throws IOException {
        return LabClient.process(LabClient.vmshWords(words))
                .redirectErrorStream(true)
                .start();
    }

    private static Output ended(Process run) throws Exception {
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Output(run.exitValue(), printed, "");
    }

    /** The journal of a run, as soon as it has one. */
    private static Path journal(Process run) throws Exception {
        while (true) {
            if (Files.isDirectory(JOURNALS)) {
                try (Stream<Path> files = Files.list(JOURNALS)) {
                    var found = files.findFirst();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            assertThat(run.waitFor(5, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static boolean isFinished(Path journal) throws IOException {
        return Files.readString(journal).contains("{\"event\":\"end\",\"outcome\":\"finished\"");
    }

    private static long lines(Path journal) throws IOException {
        return Files.readString(journal).chars().filter(c -> c == '\n').count();
    }

    private static void forgetJournals() throws IOException {
        if (Files.isDirectory(JOURNALS)) {
            try (Stream<Path> files = Files.list(JOURNALS)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
