package io.vmsh.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.lab.LabClient.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts that come with vmsh, each on the lab as it is at first. */
class ExamplesIT {
    private static final Path FOLDER = Path.of("scripts/examples");
    private static final String LOCKING = "enable-locking.vmsh";
    /** What is done before some of them. */
    private static final Map<String, String> BEFORE =
            Map.of("nightly-snapshots.vmsh", "for guest in kvm1/*1 { snapshot-create-as ${guest} last-night }\n");
    /** What takes back what the next test would stumble over. */
    private static final Map<String, String> AFTER =
            Map.of("shared-storage.vmsh", "guide shared-storage --on kvm1,kvm2 --undo --yes\n");
    /** What must be printed in the end. */
    private static final Map<String, List<String>> PRINTED = Map.of(
            "offline-migration.vmsh",
            List.of("the definition of hot1 is on kvm2 now", "Domain 'hot1' has been undefined"),
            "live-migration.vmsh",
            List.of("calm1 moved to kvm2", "running (migrated)"),
            "copy-storage.vmsh",
            List.of("local1 moved to kvm2", "/var/lib/libvirt/images/local1.qcow2"),
            "shared-storage.vmsh",
            List.of("The same everywhere: a file written on kvm1 is read on kvm2"),
            "evacuate.vmsh",
            List.of(" calm1   moved     kvm2 ", " calm1   moved     kvm1 "),
            "nightly-snapshots.vmsh",
            List.of("Domain snapshot last-night deleted", " tonight "),
            LOCKING,
            List.of("kvm1: no lock manager", "kvm2 refused it: resource busy"));
    /** The tour has a test of its own. */
    private static final String TOUR = "tour.vmsh";

    @BeforeEach
    void freshGuests() {
        LabClient.fresh();
    }

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(TOUR))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runsToItsEnd(String name) {
        if (name.equals(LOCKING)) {
            unlocked(() -> run(name));
        } else {
            run(name);
        }
    }

    private static void run(String name) {
        if (BEFORE.containsKey(name)) {
            LabClient.succeeded(LabClient.script(BEFORE.get(name)));
        }
        Output output =
                LabClient.run(LabClient.vmshWords("run", FOLDER.resolve(name).toString()));
        LabClient.succeeded(output);
        assertThat(output.out()).contains(PRINTED.getOrDefault(name, List.of()));
        if (AFTER.containsKey(name)) {
            LabClient.succeeded(LabClient.script(AFTER.get(name)));
        }
    }

    /** On hosts as they are when they were just installed. */
    private static void unlocked(Runnable test) {
        LockHosts.keepSettings();
        try {
            LockHosts.bare();
            test.run();
        } finally {
            LockHosts.restoreSettings();
            Lab.run("up", "2");
        }
    }

    @Test
    void eachCanBeStartedAsAProgram() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files).allSatisfy(file -> {
                assertThat(file).isExecutable();
                assertThat(Files.readString(file)).startsWith("#!/usr/bin/env -S vmsh run\n");
            });
        }
    }
}
