package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.DomainDefinition.XmlFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to migrate: where the guest is afterwards, in which state, and what is defined on each side. */
@Timeout(90)
class ModesIT {
    private static final String MOVED = "running (migrated)";
    private static final String LEFT = "shut off (migrated)";
    private static final String STAYED = "running (booted)";
    private static final String URI = "qemu+tcp://kvm2/system";
    private static final String IMAGES = "/var/lib/libvirt/images/";

    private static OpenHosts hosts;

    @BeforeAll
    static void open() {
        LabClient.fresh();
        hosts = new OpenHosts(new ScriptedDialog(true), false);
    }

    @AfterAll
    static void close() {
        hosts.close();
    }

    @AfterEach
    void remove() {
        hosts.remove("small");
        hosts.remove("other");
        Lab.run("exec", "kvm1", "sh", "-c", "rm -f " + IMAGES + "mode*");
        Lab.run("exec", "kvm2", "sh", "-c", "rm -f " + IMAGES + "mode*");
        // Else libvirt would take what is gone for still there, and not make it anew.
        hosts.done("pool-refresh kvm2/images");
    }

    private static void start(LabGuest guest) {
        try (Domain domain = hosts.host("kvm1").domains().define(guest.xml(), false)) {
            domain.life().start(Set.of(), List.of());
        }
    }

    private static void image(String host, String... words) {
        String[] all = new String[words.length + 5];
        System.arraycopy(new String[] {"exec", host, "qemu-img", "create", "-q"}, 0, all, 0, 5);
        System.arraycopy(words, 0, all, 5, words.length);
        Lab.run(all);
    }

    /** Where a guest is, and whether each side keeps it. */
    private static void isOn(String there, boolean definedThere, String here, boolean definedHere) {
        isOn("small", there, definedThere, here, definedHere);
    }

    private static void isOn(String guest, String there, boolean definedThere, String here, boolean definedHere) {
        assertThat(hosts.state("kvm2", guest)).isEqualTo(there);
        assertThat(hosts.defined("kvm2", guest)).isEqualTo(definedThere);
        assertThat(hosts.state("kvm1", guest)).isEqualTo(here);
        assertThat(hosts.defined("kvm1", guest)).isEqualTo(definedHere);
    }

    /** Options, then destination: on a live guest without disks. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --live                                            | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --persistent                               | kvm2 | running (migrated) | true  | shut off (migrated) | true
                    --live --undefinesource                           | kvm2 | running (migrated) | false |                     | false
                    --live --persistent --undefinesource              | kvm2 | running (migrated) | true  |                     | false
                    --live --p2p                                      | URI  | running (migrated) | false | shut off (migrated) | true
                    --live --p2p --tunnelled                          | URI  | running (migrated) | false | shut off (migrated) | true
                    --live --p2p --tunneled --persistent              | URI  | running (migrated) | true  | shut off (migrated) | true
                    --live --suspend                                  | kvm2 | paused (user)      | false | shut off (migrated) | true
                                                                      | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --compressed                               | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --compressed --comp-methods xbzrle --comp-xbzrle-cache 16777216 | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --comp-methods mt --comp-mt-level 1 --comp-mt-threads 2 --comp-mt-dthreads 2 | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --comp-methods mt,xbzrle                   | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --abort-on-error                           | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --change-protection                        | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --unsafe                                   | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --auto-converge --auto-converge-initial 30 --auto-converge-increment 20 | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --parallel                                 | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --parallel --parallel-connections 4        | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --bandwidth 100                            | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --migrateuri tcp://10.78.0.2               | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --migrateuri tcp://kvm2:49200              | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --listen-address 10.78.0.2                 | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --tls                                      | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --tls --tls-destination kvm2 --migrateuri tcp://10.78.0.2 | kvm2 | running (migrated) | false | shut off (migrated) | true
                    --live --p2p --tls --persistent --undefinesource  | URI  | running (migrated) | true  |                     | false
                    --live --timeout 60                               | kvm2 | running (migrated) | false | shut off (migrated) | true
                    """)
    void moves(String options, String target, String there, boolean definedThere, String here, boolean definedHere) {
        start(LabGuest.small("small"));
        hosts.done("migrate %s small %s".formatted(options == null ? "" : options, target.replace("URI", URI)));
        isOn(there, definedThere, here == null ? "" : here, definedHere);
    }

    /** What libvirt or QEMU refuses leaves the guest where it was. Of a broken TLS handshake either QEMU may tell first. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    --live --direct                             | direct migration is not supported by the source host
                    --live --tunnelled                          | without using peer2peer flag
                    --live --comp-methods zstd                  | Unsupported compression method 'zstd'
                    --live --comp-xbzrle-cache 16777216         | Turn xbzrle compression on to tune it
                    --live --parallel-connections 4             | Turn parallel migration on to tune it
                    --live --migrateuri 10.78.0.2               | missing scheme in migration URI
                    --live --migrateuri http://kvm2             | unsupported scheme http in migration URI
                    --live --listen-address 192.0.2.7           | Failed to bind socket
                    --live --tls --tls-destination elsewhere    | 'Cannot read from TLS channel|Certificate does not match'
                    --offline                                   | persistent flag set
                    """)
    void isRefused(String options, String sentence) {
        start(LabGuest.small("small"));
        Outcome.Failure failure = (Outcome.Failure)
                hosts.run("migrate %s small %s".formatted(options, options.contains("direct") ? URI : "kvm2"));
        assertThat(String.join("\n", failure.problem().lines())).containsPattern(sentence);
        assertThat(hosts.state("kvm1", "small")).startsWith("running");
        assertThat(hosts.state("kvm2", "small")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onlyTheDefinition(boolean undefine) {
        hosts.host("kvm1")
                .domains()
                .define(LabGuest.small("small").xml(), false)
                .close();
        Result.Done done = (Result.Done)
                hosts.done("migrate --offline --persistent small kvm2" + (undefine ? " --undefinesource" : ""));
        assertThat(done.message()).startsWith("the definition of small is on kvm2 now");
        isOn("shut off (unknown)", true, undefine ? "" : "shut off (unknown)", !undefine);
    }

    @Test
    void theDefinitionOfARunningGuestIsThereTwice() {
        start(LabGuest.small("small"));
        Result.Done done = (Result.Done) hosts.done("migrate --offline --persistent small kvm2");
        assertThat(done.message()).contains("It is still active on kvm1 and was not moved");
        isOn("shut off (unknown)", true, STAYED, true);
    }

    @Test
    void aPausedGuestStaysPausedUnderAnotherName() {
        start(LabGuest.small("small"));
        hosts.done("suspend small");
        Result.Done done = (Result.Done) hosts.done("migrate --live --dname other small kvm2");
        assertThat(done.message())
                .startsWith("small moved to kvm2 as other in ")
                .contains("\n    resume kvm2/other\n", "\n    persist kvm2/other\n", "\n    undefine small");
        assertThat(hosts.state("kvm2", "other")).startsWith("paused");
        assertThat(hosts.defined("kvm2", "other")).isFalse();
        isOn("", false, LEFT, true);
    }

    @Test
    void theSummaryIsDataToo() {
        start(LabGuest.small("small"));
        Result.Done done = (Result.Done) hosts.done("migrate --live small kvm2");
        assertThat(done.message())
                .matches("(?s)small moved to kvm2 in \\d+\\.\\d s: [\\d.]+ [KM]iB sent, stood still for \\d+ ms\n.*");
        assertThat(done.data())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("guest", "small")
                .containsEntry("state_there", "running")
                .containsEntry("persistent_there", false)
                .containsEntry("defined_on_source", true)
                .containsEntry("cleanup", List.of("persist kvm2/small", "undefine small"))
                .containsKeys("seconds", "bytes_sent", "downtime_ms");
    }

    @Test
    void graphicsAreSentElsewhere() {
        start(LabGuest.small("small").device("<graphics type='vnc' port='-1' autoport='yes' listen='0.0.0.0'/>"));
        hosts.done("migrate --live --graphicsuri vnc://kvm2:5900 small kvm2");
        isOn(MOVED, false, LEFT, true);
    }

    @Test
    void otherXmlIsUsedThereAndKeptThere(@TempDir Path folder) throws IOException {
        start(LabGuest.small("small"));
        Path live = Files.writeString(folder.resolve("live.xml"), described("while it runs"));
        Path kept = Files.writeString(folder.resolve("kept.xml"), described("from the next start on"));
        hosts.done("migrate --live --persistent --xml %s --persistent-xml %s small kvm2".formatted(live, kept));
        isOn(MOVED, true, LEFT, true);
        try (Domain domain = hosts.host("kvm2").domains().find("small")) {
            assertThat(domain.definition().xml(Set.of())).contains("while it runs");
            assertThat(domain.definition().xml(EnumSet.of(XmlFlag.INACTIVE))).contains("from the next start on");
        }
    }

    /** The guest's own XML, which names its devices' addresses, with a description. */
    private static String described(String description) {
        try (Domain domain = hosts.host("kvm1").domains().find("small")) {
            return domain.definition()
                    .xml(EnumSet.of(XmlFlag.MIGRATABLE))
                    .replace("<memory ", "<description>%s</description><memory ".formatted(description));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--disks-port 50000",
                "--migrate-disks vda",
                "--copy-storage-synchronous-writes",
                "--disks-uri tcp://kvm2:50001",
                "--p2p"
            })
    void disksAreCopied(String options) {
        image("kvm1", "-f", "qcow2", IMAGES + "mode.qcow2", "4M");
        start(LabGuest.small("small").disk(IMAGES + "mode.qcow2", "qcow2"));
        hosts.done("migrate --live --copy-storage-all %s small %s"
                .formatted(options, options.equals("--p2p") ? URI : "kvm2"));
        isOn(MOVED, false, LEFT, true);
        Lab.run("exec", "kvm2", "test", "-s", IMAGES + "mode.qcow2");
    }

    @Test
    void onlyTheTopOfAChainIsCopied() {
        for (String host : OpenHosts.HOSTS) {
            image(host, "-f", "raw", IMAGES + "mode-base.raw", "4M");
            image(host, "-f", "qcow2", "-b", IMAGES + "mode-base.raw", "-F", "raw", IMAGES + "mode.qcow2");
        }
        start(LabGuest.small("small").disk(IMAGES + "mode.qcow2", "qcow2"));
        hosts.done("migrate --live --copy-storage-inc small kvm2");
        isOn(MOVED, false, LEFT, true);
    }

    @Test
    void storageThatLibvirtDoesNotKnowAsSharedNeedsUnsafe() {
        image("kvm1", "-f", "qcow2", "/var/lib/libvirt/plain/mode.qcow2", "4M");
        start(LabGuest.small("small").disk("/var/lib/libvirt/plain/mode.qcow2", "qcow2"));
        assertThat(hosts.run("migrate --live small kvm2")).isInstanceOf(Outcome.Failure.class);
        isOn("", false, STAYED, true);
        hosts.done("migrate --live --unsafe small kvm2");
        isOn(MOVED, false, LEFT, true);
        Lab.run("exec", "kvm1", "rm", "/var/lib/libvirt/plain/mode.qcow2");
    }

    /** What tunes a migration reads and prints as virsh does, byte for byte. */
    @Test
    void settingsAreVirshs() {
        for (String statements : new String[] {
            "migrate-setmaxdowntime calm1 700; migrate-getmaxdowntime calm1",
            "migrate-compcache calm1",
            "migrate-compcache calm1 --size 33554432",
            "migrate-compcache calm1 --size 1000",
            "migrate-setspeed calm1 40; migrate-getspeed calm1; migrate-setspeed calm1 30 --postcopy; migrate-getspeed calm1 --postcopy",
            "migrate-setspeed calm1 -1",
            "migrate-postcopy calm1",
            "migrate-getspeed hot1; migrate-getmaxdowntime hot1",
            "domjobinfo calm1; domjobabort calm1"
        }) {
            assertThat(LabClient.vmsh(statements)).as(statements).isEqualTo(LabClient.virsh("kvm1", statements));
        }
    }

    @Test
    void settingsHaveNumbersForPrograms() {
        assertThat(hosts.done("migrate-setmaxdowntime calm1 650")).isEqualTo(Result.NOTHING);
        assertThat(((Result.Document) hosts.done("migrate-getmaxdowntime calm1")).data())
                .isEqualTo(Map.of("downtime_ms", 650L));
    }
}
