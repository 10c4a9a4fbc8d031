package io.vmsh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of packages in {@code src/docs/design.md}: who may know whom. */
class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.vmsh");

    private static final List<String> EVERYWHERE = List.of("java..", "javax.security.auth.x500", "org.jspecify..");

    /** Of JLine, without a terminal: how alike two words are, how wide a character is, Ctrl-C. */
    private static final Map<String, String> JLINE_HELPERS = Map.of(
            "spec", "org.jline.utils.Levenshtein",
            "render", "org.jline.utils.WCWidth",
            "cli", "org.jline.utils.Signals");

    /** What each package may know besides itself. */
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        List<String> core = List.of("spec", "hypervisor", "session", "advice", "preflight", "probe", "locks");
        MAY_KNOW.put("spec", List.of());
        MAY_KNOW.put("hypervisor", List.of());
        MAY_KNOW.put("session", List.of("hypervisor", "spec", "com.fasterxml.jackson.."));
        MAY_KNOW.put("probe", List.of("org.apache.commons.net.."));
        MAY_KNOW.put("locks", List.of("hypervisor", "session", "spec", "probe"));
        MAY_KNOW.put("advice", List.of("hypervisor", "session", "spec", "probe", "locks"));
        MAY_KNOW.put("preflight", List.of("hypervisor", "session", "spec", "probe", "locks"));
        MAY_KNOW.put("recovery", List.of("hypervisor", "session", "spec", "probe", "locks", "advice"));
        MAY_KNOW.put("evacuation", List.of("hypervisor"));
        MAY_KNOW.put(
                "guide",
                List.of(
                        "hypervisor",
                        "session",
                        "spec",
                        "probe",
                        "preflight",
                        "locks",
                        "com.fasterxml.jackson..",
                        "com.github.difflib.."));
        MAY_KNOW.put("batch", join(core, "com.fasterxml.jackson..", "com.github.difflib.."));
        MAY_KNOW.put("command", join(core, "batch", "preflight", "recovery", "evacuation", "guide"));
        MAY_KNOW.put("render", List.of("command", "advice", "spec", "hypervisor", "com.fasterxml.jackson.."));
        MAY_KNOW.put(
                "libvirt",
                List.of(
                        "hypervisor",
                        "com.sun.jna..",
                        "org.libvirt..",
                        "javax.xml..",
                        "org.xml.sax..",
                        "org.w3c.dom.."));
        MAY_KNOW.put("completion", join(core, "command"));
        MAY_KNOW.put("cli", join(core, "command", "batch", "render", "completion"));
        MAY_KNOW.put(
                "shell",
                join(core, "command", "batch", "render", "completion", "cli", "org.jline..", "org.springframework.."));
    }

    private static List<String> join(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> packagesKnowOnlyWhatTheyMay() {
        return MAY_KNOW.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> classes()
                                .that()
                                .resideInAPackage(inside(entry.getKey()))
                                .should()
                                .onlyDependOnClassesThat(allowed(entry.getKey(), entry.getValue()))
                                .allowEmptyShould(true)
                                .check(CLASSES)));
    }

    private static DescribedPredicate<JavaClass> allowed(String name, List<String> others) {
        List<String> packages = new ArrayList<>(EVERYWHERE);
        packages.add(inside(name));
        others.forEach(other -> packages.add(other.contains(".") ? other : inside(other)));
        var known = JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new));
        String helper = JLINE_HELPERS.get(name);
        return helper == null ? known : known.or(HasName.Predicates.name(helper));
    }

    private static String inside(String name) {
        return "io.vmsh." + name + "..";
    }

    @Test
    void everyPackageIsInTheTable() {
        classes()
                .that()
                .resideOutsideOfPackage("io.vmsh")
                .should()
                .resideInAnyPackage(
                        MAY_KNOW.keySet().stream().map(LayersTest::inside).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("io.vmsh.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void groupsOfCommandsDoNotKnowEachOther() {
        slices().matching("io.vmsh.command.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void onlyTheFrontsPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.vmsh", "io.vmsh.cli", "io.vmsh.shell")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vmsh")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }
}
