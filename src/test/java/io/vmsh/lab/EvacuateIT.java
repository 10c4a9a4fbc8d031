package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twelve guests leave a host for two others, whatever comes in between. None is lost, none ever runs twice. */
class EvacuateIT {
    private static final List<String> GUESTS =
            IntStream.rangeClosed(1, 12).mapToObj(number -> "small" + number).toList();
    private static final Path JOURNALS = Lab.home(".local/state/vmsh/journals");
    /** The source host drives, since it can be asked by ssh whether it reaches the others. */
    private static final String BY_SSH = "connect qemu+ssh://root@kvm1/system --name s1;"
            + "connect qemu+ssh://root@kvm2/system --name s2; connect qemu+ssh://root@kvm3/system --name s3;";

    private static final List<String> HOSTS = List.of("kvm1", "kvm2", "kvm3");

    private GuestWatch watch;

    @BeforeAll
    static void guests() {
        Lab.up(3);
        Lab.run("reset");
        Lab.run("guests", "12");
    }

    @AfterAll
    static void noMoreGuests() {
        Lab.leave();
    }

    @BeforeEach
    void everybodyAtHome() throws IOException {
        Lab.run("up", "3");
        Map<String, String> home = new TreeMap<>();
        GUESTS.forEach(guest -> home.put(guest, "kvm1 running"));
        if (!places().equals(home)) {
            Lab.run("reset");
            Lab.run("guests", "12");
        }
        assertThat(places()).isEqualTo(home);
        forgetJournals();
        watch = new GuestWatch(HOSTS);
    }

    @AfterEach
    void noneRanTwice() {
        assertThat(watch.close()).isEmpty();
    }

    @Test
    void allLeaveAndComeBack() {
        LabClient.succeeded(LabClient.virsh("kvm1", "autostart", "small1"));
        Output planned = evacuate("evacuate kvm1 --dry-run --include small*");
        LabClient.succeeded(planned);
        assertThat(running("kvm1")).hasSize(12);

        Output left = evacuate("evacuate kvm1 --include small* --yes --jobs 4");
        LabClient.succeeded(left);
        assertThat(left.out().lines().filter(line -> line.contains(" moved "))).hasSize(12);
        assertThat(running("kvm1")).isEmpty();
        assertThat(running("kvm2")).hasSize(6);
        assertThat(running("kvm3")).hasSize(6);
        assertThat(LabClient.virsh("kvm1", "list", "--all", "--name").out()).doesNotContain("small");
        String away = running("kvm2").contains("small1") ? "kvm2" : "kvm3";
        assertThat(LabClient.virsh(away, "dominfo", "small1").out()).containsPattern("Autostart: +enable");

        LabClient.succeeded(evacuate("evacuate kvm1 --return --yes"));
        assertThat(running("kvm1")).hasSize(12);
        assertThat(LabClient.virsh("kvm1", "dominfo", "small1").out()).containsPattern("Autostart: +enable");
        assertThat(evacuate("evacuate kvm1 --return --yes"))
                .isEqualTo(new Output(1, "\n", "error: no guest of kvm1 is away by evacuate\n"));
        LabClient.succeeded(LabClient.virsh("kvm1", "autostart", "small1", "--disable"));
    }

    @Test
    void whatIsPausedOffOrTransientStaysSo() throws IOException {
        String xml = LabClient.virsh("kvm1", "dumpxml", "small3").out();
        hasRun("kvm1", "small1");
        LabClient.succeeded(LabClient.virsh("kvm1", "suspend", "small1"));
        LabClient.succeeded(LabClient.virsh("kvm1", "destroy", "small2"));
        LabClient.succeeded(LabClient.virsh("kvm1", "undefine", "small3"));

        Output left = evacuate("evacuate kvm1 --include small1,small2,small3 --to kvm2 --offline-too --yes");
        LabClient.succeeded(left);
        assertThat(left.out()).contains("transient: kvm2 keeps nothing of it");
        assertThat(LabClient.state("kvm2", "small1")).startsWith("paused");
        assertThat(LabClient.state("kvm2", "small2")).startsWith("shut off");
        assertThat(LabClient.persistent("kvm2", "small3")).isFalse();
        assertThat(LabClient.virsh("kvm1", "list", "--all", "--name").out().lines())
                .doesNotContain("small1", "small2", "small3");

        // One that has stood still since it came would crash this QEMU.
        assertThat(evacuate("evacuate kvm1 --return --yes").exit()).isEqualTo(5);
        assertThat(LabClient.state("kvm2", "small1")).startsWith("paused");
        LabClient.succeeded(LabClient.virsh("kvm2", "resume", "small1"));
        hasRun("kvm2", "small1");
        LabClient.succeeded(evacuate("evacuate kvm1 --return --yes"));
        LabClient.succeeded(LabClient.virsh("kvm1", "start", "small2"));
        Path file = Files.writeString(Files.createTempFile("small3", ".xml"), xml);
        LabClient.succeeded(LabClient.virsh("kvm1", "define", file.toString()));
        Files.delete(file);
    }

    /** A guest with nothing to do gets no processor time that is worth counting: its firmware is started anew. */
    private static void hasRun(String host, String guest) {
        LabClient.succeeded(LabClient.virsh(host, "reset", guest));
        OpenHosts.await(
                "processor time",
                () -> LabClient.virsh(host, "domstats", "--vcpu", guest)
                        .out()
                        .matches("(?s).*vcpu\\.0\\.time=[1-9].*"));
    }

    @Test
    void whatATargetRefusesIsTriedOnAnother() {
        Lab.run("reject", "kvm3", "49152-49215");
        try {
            Output left = evacuate("evacuate kvm1 --include small1,small2,small3,small4 --yes --output csv");
            LabClient.succeeded(left);
            assertThat(left.out()).doesNotContain("kvm3");
            assertThat(running("kvm2")).containsExactlyInAnyOrder("small1", "small2", "small3", "small4");

            Output stayed = evacuate("evacuate kvm1 --include small5,small6 --to kvm3 --yes --output csv");
            assertThat(stayed.exit()).isEqualTo(5);
            assertThat(stayed.out()).contains("small5,stayed,kvm1").contains("small6,stayed,kvm1");
        } finally {
            Lab.run("undrop", "kvm3");
        }
    }

    @Test
    void aTargetThatDiesIsLeftOut() throws Exception {
        Process evacuation = start("evacuate kvm1 --include small* --yes --output csv");
        until(() -> arrivals() >= 3);
        Lab.run("kill", "kvm3", "libvirtd");
        Output ended = ended(evacuation);
        Lab.run("start", "kvm3", "libvirtd");
        assertThat(running("kvm1"))
                .hasSize(12 - running("kvm2").size() - running("kvm3").size());
        assertThat(running("kvm2")).hasSizeGreaterThanOrEqualTo(6);
        everybodyIsSomewhere();
        // What was on its way to the dead target may have needed the try that it has.
        assertThat(ended.exit()).isIn(0, 5);
    }

    /** What is left of a guest that came in when libvirtd was killed, before it had started QEMU. */
    @Test
    void aGuestThatLibvirtDoesNotGetHoldOfKeepsNoOther() throws IOException {
        LabClient.succeeded(LabClient.virsh(
                "kvm1", "migrate", "--live", "--persistent", "--undefinesource", "small1", "qemu+tcp://kvm3/system"));
        Lab.run("stop", "kvm3", "libvirtd");
        try {
            String notes = Files.readString(notes("kvm1"));
            Files.writeString(notes("kvm3"), notes.replaceFirst("<domstatus [^>]*>", """
                            <domstatus state='paused' reason='starting up' pid='0'>
                              <job type='none' async='migration in' phase='prepare' flags='0x19' asyncStarted='1'/>"""));
        } finally {
            Lab.run("start", "kvm3", "libvirtd");
        }
        assertThat(LabClient.state("kvm3", "small2")).isEqualTo("paused (starting up)");

        Output left = evacuate("evacuate kvm3 --to kvm1 --yes --output csv");
        assertThat(left.exit()).as(left.out() + left.err()).isEqualTo(5);
        assertThat(left.out())
                .contains("small1,moved,kvm1")
                .containsPattern("small2,stayed,kvm3,.*libvirt does not get hold of it: .*'migrate-recover'");
        assertThat(running("kvm1")).containsExactlyInAnyOrderElementsOf(GUESTS);
    }

    /** What libvirtd knows of a guest that is active, kept for the case that it is started anew. */
    private static Path notes(String host) {
        return Lab.folder(host).resolve("run/libvirt/qemu/small2.xml");
    }

    @Test
    void controlCWhileItLooksMovesNobody() throws Exception {
        Lab.run("exec", "kvm2", "pkill", "-STOP", "-x", "libvirtd");
        try {
            Process evacuation = start("evacuate kvm1 --include small* --yes");
            until(EvacuateIT::knocksAtKvm2);
            signal(evacuation, "INT");
            Output ended = ended(evacuation);
            assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(130);
        } finally {
            Lab.run("exec", "kvm2", "pkill", "-CONT", "-x", "libvirtd");
        }
        assertThat(running("kvm1")).containsExactlyInAnyOrderElementsOf(GUESTS);
    }

    /** Whether somebody has asked kvm2 for a connection, which it does not answer while it is stopped. */
    private static boolean knocksAtKvm2() {
        return LabClient.run("scripts/lab", "exec", "kvm2", "ss", "-Htn", "sport", "=", ":16509")
                .out()
                .contains("10.78.0.250");
    }

    @Test
    void controlCLetsThoseOnTheWayArrive() throws Exception {
        Process evacuation = start("evacuate kvm1 --include small* --yes");
        until(() -> arrivals() >= 2);
        signal(evacuation, "INT");
        Output ended = ended(evacuation);
        assertThat(ended.exit()).isEqualTo(5);
        assertThat(ended.err()).contains("may finish").contains("guests did not move: interrupted");
        assertThat(ended.out()).contains("not started: interrupted");
        assertThat(running("kvm1")).hasSizeBetween(4, 10);
        everybodyIsSomewhere();

        LabClient.succeeded(evacuate("evacuate kvm1 --resume --yes"));
        assertThat(running("kvm1")).isEmpty();
        everybodyIsSomewhere();
    }

    @Test
    void afterAnAbruptEndTheNextGoesOn() throws Exception {
        Process evacuation = start(BY_SSH + "evacuate s1 --to s2,s3 --include small* --yes");
        until(() -> arrivals() >= 3);
        signal(evacuation, "KILL");
        evacuation.waitFor();
        Output refused = evacuate(BY_SSH + "evacuate s1 --to s2,s3 --yes");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("was cut off").contains("evacuate s1 --resume");

        Output resumed = evacuate(BY_SSH + "evacuate s1 --resume --yes --output csv");
        LabClient.succeeded(resumed);
        assertThat(resumed.out().lines().filter(line -> line.contains(",moved,")))
                .hasSize(12);
        assertThat(resumed.out()).contains("vmsh ended while it moved");
        assertThat(running("kvm1")).isEmpty();
        everybodyIsSomewhere();
    }

    private static void everybodyIsSomewhere() {
        Map<String, String> places = places();
        List<String> all =
                HOSTS.stream().flatMap(host -> running(host).stream()).toList();
        assertThat(all).as(places.toString()).containsExactlyInAnyOrderElementsOf(GUESTS);
    }

    /** The guests of this test that run on a host. */
    private static Set<String> running(String host) {
        Output listed = LabClient.virsh(host, "list", "--name", "--state-running");
        LabClient.succeeded(listed);
        Set<String> names = new HashSet<>(listed.out().lines().toList());
        names.retainAll(GUESTS);
        return names;
    }

    /** Where each guest of this test is known, and in which state: {@code kvm1 running}, several with commas. */
    private static Map<String, String> places() {
        Map<String, String> places = new TreeMap<>();
        for (String host : HOSTS) {
            Output listed = LabClient.virsh(host, "list", "--all");
            LabClient.succeeded(listed);
            listed.out().lines().map(line -> line.strip().split(" +", 3)).forEach(words -> {
                if (words.length == 3 && GUESTS.contains(words[1])) {
                    places.merge(words[1], host + " " + words[2], (one, other) -> one + ", " + other);
                }
            });
        }
        return places;
    }

    private static Output evacuate(String statement) {
        return LabClient.run(LabClient.vmshWords(statement));
    }

    private static Process start(String statement) throws IOException {
        return LabClient.process(LabClient.vmshWords(statement)).start();
    }

    private static Output ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Output(process.exitValue(), out, err);
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** How many moves are over, by the journal. */
    private static long arrivals() {
        try (Stream<Path> files = Files.isDirectory(JOURNALS) ? Files.list(JOURNALS) : Stream.empty()) {
            return files.flatMap(EvacuateIT::lines)
                    .filter(line -> line.contains("\"after\""))
                    .count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(100);
        }
    }
}
