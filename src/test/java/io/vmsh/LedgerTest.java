package io.vmsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.cli.Catalogue;
import io.vmsh.command.Commands;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Key;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds what vmsh declares against the list of virsh 9.0.0's commands and options. */
class LedgerTest {
    private static final Path LEDGER = Path.of("src/test/resources/virsh/commands.tsv");
    /** What virsh lists as commands; an alias and two hidden ones besides. */
    private static final int COMMANDS = 274;

    /** Options without virsh's mark for an empty value that virsh reads without looking at the mark. */
    private static final Set<String> READ_WITHOUT_LOOKING =
            Set.of("create --pass-fds", "start --pass-fds", "undefine --storage", "vol-create-as --allocation");

    /** virsh's {@code --name} of {@code connect} is the URI; the bare word is that here, and {@code --name} names it. */
    private static final Set<String> ON_PURPOSE = Set.of("connect");

    private final Commands commands = Catalogue.commands();

    /** A line of the list: one option of a command, or a command without options. */
    private record Line(
            String group,
            String command,
            String kind,
            String option,
            String type,
            boolean required,
            boolean positional,
            boolean allowsEmpty,
            String aliasFor) {
        static Line of(String text) {
            String[] cells = text.split("\t", -1);
            return new Line(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[6],
                    cells[7],
                    cells[8].equals("yes"),
                    !cells[9].equals("-"),
                    cells[11].equals("yes"),
                    cells[14]);
        }

        boolean isOption() {
            return !option.equals("-");
        }
    }

    private static List<Line> lines() throws IOException {
        try (Stream<String> lines = Files.lines(LEDGER)) {
            return lines.skip(1).map(Line::of).toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> declaresEveryOptionOfVirsh() throws IOException {
        Map<String, List<Line>> byCommand =
                lines().stream().collect(Collectors.groupingBy(Line::command, LinkedHashMap::new, Collectors.toList()));
        return commands.all().stream()
                .map(command -> command.spec())
                .filter(spec -> byCommand.containsKey(spec.name()) && !ON_PURPOSE.contains(spec.name()))
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> check(spec, byCommand.get(spec.name()))));
    }

    private static void check(Spec spec, List<Line> lines) {
        assertThat(spec.group().keyword()).isEqualTo(lines.getFirst().group());
        List<String> names =
                lines.stream().filter(Line::isOption).map(Line::option).toList();
        List<Parameter> shared = spec.parameters().stream()
                .filter(parameter -> names.contains(parameter.name()))
                .toList();
        assertThat(shared.stream().map(LedgerTest::described))
                .containsExactlyElementsOf(lines.stream()
                        .filter(Line::isOption)
                        .map(LedgerTest::described)
                        .toList());
        assertThat(spec.parameters())
                .filteredOn(parameter -> !names.contains(parameter.name()))
                .as("vmsh's own options take no bare word from virsh's")
                .noneMatch(own -> own instanceof Key<?> key && key.positional());
    }

    private static String described(Line line) {
        return switch (line.type()) {
            case "bool" -> "%s: flag".formatted(line.option());
            case "alias" -> "%s: alias of %s".formatted(line.option(), line.aliasFor());
            default ->
                "%s: %s%s%s%s%s"
                        .formatted(
                                line.option(),
                                line.type().equals("argv") ? "all the rest" : "one value",
                                line.type().equals("int") ? ", a number" : "",
                                line.required() ? ", required" : "",
                                line.positional() ? ", positional" : "",
                                mayBeEmpty(line) ? ", may be empty" : "");
        };
    }

    private static boolean mayBeEmpty(Line line) {
        return line.allowsEmpty() || READ_WITHOUT_LOOKING.contains(line.command() + " --" + line.option());
    }

    private static String described(Parameter parameter) {
        return switch (parameter) {
            case Flag flag -> "%s: flag".formatted(flag.name());
            case Alias alias ->
                "%s: alias of %s"
                        .formatted(
                                alias.name(),
                                alias.value() == null ? alias.target() : alias.target() + "=" + alias.value());
            case Arg<?> arg -> described(arg, "one value");
            case Opt<?> opt -> described(opt, "one value");
            case Rest<?> rest -> described(rest, "all the rest");
        };
    }

    private static String described(Key<?> key, String kind) {
        return "%s: %s%s%s%s%s"
                .formatted(
                        key.name(),
                        kind,
                        key.value().isNumber() ? ", a number" : "",
                        key.required() ? ", required" : "",
                        key.positional() ? ", positional" : "",
                        key.allowsEmpty() ? ", may be empty" : "");
    }

    @Test
    void tellsCoverage() throws IOException {
        Map<String, List<String>> byGroup = lines().stream()
                .filter(line -> line.kind().equals("command"))
                .collect(Collectors.groupingBy(
                        Line::group,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                Line::command,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        names -> names.stream().distinct().toList()))));
        Predicate<String> known = name -> commands.find(name) != null;
        StringBuilder table = new StringBuilder("virsh's commands that vmsh knows:\n");
        byGroup.forEach((group, names) -> table.append("  %-12s %3d of %3d%n"
                .formatted(group, names.stream().filter(known).count(), names.size())));
        long all = byGroup.values().stream().mapToLong(List::size).sum();
        long covered =
                byGroup.values().stream().flatMap(List::stream).filter(known).count();
        System.out.print(table.append("  %-12s %3d of %3d%n".formatted("together", covered, all)));
        assertThat(all).isEqualTo(COMMANDS);
    }
}
