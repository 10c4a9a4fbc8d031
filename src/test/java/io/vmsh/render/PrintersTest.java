package io.vmsh.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Problem;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.command.Result.Field;
import io.vmsh.command.Result.HostOutcome;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.spec.UsageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintersTest {
    private static final Result LIST = Result.rows(
                    new Column("Id", "id"), new Column("Name", "name"), new Column("Size", "size"))
            .row(Cell.of(1), Cell.of("web \"1\""), Cell.of("1.00 GiB", 1L << 30))
            .row(Cell.of("-", null), Cell.of("a,b"), Cell.of("0", 0L))
            .table();
    private static final Result INFO = new Result.Fields(
            List.of(Field.of("Name", "name", "test"), Field.of("Persistent", "persistent", "yes", true)), 16);
    private static final Problem DEAD = Problem.of(
            List.of("failed to connect to the hypervisor", "Connection refused"),
            new HypervisorException(38, 7, "Connection refused"));

    @Test
    void aListingBecomesAnArrayOfObjectsWithTypedValues() {
        assertThat(json(LIST)).isEqualTo("""
                [
                  {
                    "id": 1,
                    "name": "web \\"1\\"",
                    "size": 1073741824
                  },
                  {
                    "id": null,
                    "name": "a,b",
                    "size": 0
                  }
                ]
                """);
        assertThat(yaml(LIST)).isEqualTo("""
                ---
                - id: 1
                  name: web "1"
                  size: 1073741824
                - id: null
                  name: "a,b"
                  size: 0
                """);
        assertThat(csv(LIST)).isEqualTo("""
                id,name,size
                1,"web ""1\""",1073741824
                ,"a,b",0
                """);
    }

    @Test
    void anEmptyListingIsStillOne() {
        Result none =
                Result.rows(new Column("Id", "id"), new Column("Name", "name")).table();
        assertThat(json(none)).isEqualTo("[]\n");
        assertThat(yaml(none)).isEqualTo("--- []\n");
        assertThat(csv(none)).isEqualTo("id,name\n");
    }

    @Test
    void propertiesBecomeAnObject() {
        assertThat(json(INFO)).isEqualTo("""
                {
                  "name": "test",
                  "persistent": true
                }
                """);
        assertThat(csv(INFO)).isEqualTo("name,persistent\ntest,true\n");
    }

    @Test
    void yamlQuotesOnlyWhatWouldBeReadAsSomethingElse() {
        Result document = new Result.Document("", Map.of("xml", "<a>\n  <b/>\n</a>\n"));
        assertThat(yaml(document)).startsWith("---\nxml:");
        assertThat(yaml(Result.line("name", "007", "007"))).isEqualTo("---\nname: \"007\"\n");
        assertThat(yaml(Result.line("name", "yes", "yes"))).isEqualTo("---\nname: \"yes\"\n");
    }

    @Test
    void aSentenceOfSuccessIsDataToo() {
        assertThat(json(Result.done("Domain '%s' started", "web1"))).isEqualTo("""
                {
                  "message": "Domain 'web1' started"
                }
                """);
        assertThat(Printers.of(Format.JSON, true).print(Result.done("Domain started")))
                .isEmpty();
        assertThat(json(Result.NOTHING)).isEmpty();
    }

    @Test
    void aSequenceOfOneIsThatOne() {
        assertThat(json(Result.of(INFO))).isEqualTo(json(INFO));
        assertThat(csv(Result.of(INFO, INFO))).isEqualTo("name,persistent\ntest,true\ntest,true\n");
    }

    @Test
    void hostsAreOneListInWhichADeadOneIsARow() {
        Result hosts =
                new Result.PerHost(List.of(new HostOutcome("kvm1", LIST, null), new HostOutcome("kvm2", null, DEAD)));
        assertThat(Printers.of(Format.TABLE, false).print(hosts)).isEqualTo("""
                 Host   Id   Name      Size
                ---------------------------------
                 kvm1   1    web "1"   1.00 GiB
                 kvm1   -    a,b       0
                 kvm2   error: failed to connect to the hypervisor: Connection refused
                """);
        assertThat(json(hosts)).contains("""
                  {
                    "host": "kvm2",
                    "error": {
                      "messages": [
                        "failed to connect to the hypervisor",
                        "Connection refused"
                      ],
                      "code": "SYSTEM_ERROR",
                      "number": 38,
                      "domain": 7,
                      "exit": 1
                    }
                  }
                """);
        assertThat(csv(hosts)).startsWith("host,id,name,size,error\nkvm1,1,\"web \"\"1\"\"\",1073741824,\n");
    }

    @Test
    void otherAnswersAreALineOrABlockAHost() {
        Result hosts = new Result.PerHost(List.of(
                new HostOutcome("kvm1", Result.line("state", "running", "running"), null),
                new HostOutcome("kvm2", INFO, null),
                new HostOutcome("kvm3", null, DEAD)));
        assertThat(Printers.of(Format.TABLE, false).print(hosts)).isEqualTo("""
                kvm1: running

                kvm2:
                Name:           test
                Persistent:     yes
                kvm3: error: failed to connect to the hypervisor: Connection refused
                """);
    }

    @Test
    void problemsComeWithCauseFactsAndNumberedRemedies() {
        Problem problem = DEAD.explained(new Advice(
                "host-down",
                "Nobody listens there.",
                List.of("port 16509 refuses"),
                List.of(new Advice.Remedy("Start it.", List.of("shell systemctl start libvirtd"), "needs root"))));
        assertThat(Printers.problems(Format.TABLE, Theme.PLAIN, Integer.MAX_VALUE)
                        .print(problem))
                .isEqualTo("""
                error: failed to connect to the hypervisor
                error: Connection refused

                Nobody listens there.
                  - port 16509 refuses

                  1. Start it.
                       shell systemctl start libvirtd
                     needs root

                'explain host-down' tells more; at the prompt, 'fix N' does number N.
                """);
        assertThat(Printers.problems(Format.TABLE, Theme.PLAIN, 30).print(problem))
                .isEqualTo("""
                error: failed to connect to the hypervisor
                error: Connection refused

                Nobody listens there.
                  - port 16509 refuses

                  1. Start it.
                       shell systemctl start libvirtd
                     needs root

                'explain host-down' tells
                more; at the prompt, 'fix N'
                does number N.
                """);
        assertThat(Printers.problems(Format.TABLE, Theme.COLOURED, 80).print(DEAD))
                .startsWith("\u001b[1;31merror:\u001b[0m failed to connect");
        assertThat(Printers.problems(Format.JSON, Theme.COLOURED, 80).print(problem))
                .startsWith("{\n  \"error\": {\n    \"messages\": [")
                .contains("\"headline\": \"Nobody listens there.\"");
    }

    @Test
    void colourIsForTerminalsOnly() {
        Map<String, String> xterm = Map.of("TERM", "xterm");
        assertThat(Theme.of("auto", true, xterm)).isEqualTo(Theme.COLOURED);
        assertThat(Theme.of("auto", false, xterm)).isEqualTo(Theme.PLAIN);
        assertThat(Theme.of("auto", true, Map.of("TERM", "dumb"))).isEqualTo(Theme.PLAIN);
        assertThat(Theme.of("auto", true, Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isEqualTo(Theme.PLAIN);
        assertThat(Theme.of("always", false, Map.of())).isEqualTo(Theme.COLOURED);
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> Format.of("xml"))
                .isInstanceOf(UsageException.class)
                .hasMessage("unknown output format 'xml': use table, json, yaml or csv");
    }

    private static String json(Result result) {
        return Printers.of(Format.JSON, false).print(result);
    }

    private static String yaml(Result result) {
        return Printers.of(Format.YAML, false).print(result);
    }

    private static String csv(Result result) {
        return Printers.of(Format.CSV, false).print(result);
    }
}
