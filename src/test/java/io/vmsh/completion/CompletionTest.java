package io.vmsh.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Commands;
import io.vmsh.command.Dialog;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Inventory;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Noun;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    private static final List<Inventory.Item> GUESTS = List.of(
            new Inventory.Item("web1", Set.of("running", "active")),
            new Inventory.Item("web 2", Set.of("shut off", "inactive")),
            new Inventory.Item("db", Set.of("running", "active")));

    @TempDir
    Path folder;

    private Completion completion;

    @BeforeEach
    void workspace() {
        LibvirtConnector connector = new LibvirtConnector();
        Sessions sessions = new Sessions();
        sessions.add(session("kvm1", Set.of("prod"), connector));
        sessions.add(session("kvm2", Set.of("test"), connector));
        Workspace workspace = new Workspace(
                new Commands(List.of(List.of(
                        Told.of(
                                "suspend",
                                Arg.of("domain", Value.DOMAIN.in("running"), "the guest"),
                                Flag.of("live", "now")),
                        Told.of(
                                "start",
                                Arg.of("domain", Value.DOMAIN.in("inactive"), "the guest"),
                                Opt.of("mode", Value.oneOf("fast", "slow"), "how"),
                                Flag.of("paused", "stop at once")),
                        Told.of(
                                "forget-snapshot",
                                Arg.of("domain", Value.DOMAIN, "the guest"),
                                Opt.of("snapshotname", Value.SNAPSHOT, "the snapshot")),
                        Told.of(
                                "vol-info",
                                Arg.of("vol", Value.VOLUME, "the volume"),
                                Opt.of("pool", Value.POOL, "its pool").named()),
                        Told.of("stats", Opt.of("kinds", Value.listOf("cpu", "block", "net"), "which")),
                        Told.of("define", Arg.of("file", Value.FILE, "the file")),
                        Told.of(
                                "on",
                                Arg.of("selector", Value.SELECTOR, "which sessions"),
                                Rest.of("statement", Value.COMMAND, "what").asTyped())))),
                sessions,
                connector,
                new Nobody(),
                true,
                Map.of());
        workspace.changeDirectory(folder);
        completion = new Completion(workspace, CompletionTest::inventory, folder);
    }

    @Test
    void commandsAtTheStartAndAfterASemicolon() {
        assertThat(after("s")).containsExactly("suspend", "start", "stats");
        assertThat(after("define x; sta")).containsExactly("start", "stats");
        assertThat(after("nosuch ")).isEmpty();
    }

    @Test
    void guestsInTheStatesThatFit() {
        assertThat(after("suspend w")).containsExactly("web1");
        assertThat(after("start w")).containsExactly("web 2");
    }

    @Test
    void namesAndThenOptionsForAnEmptyWord() {
        assertThat(after("suspend ")).containsExactly("web1", "db", "--domain", "--live", "--output");
    }

    @Test
    void eachOptionOnce() {
        assertThat(after("suspend --live --")).containsExactly("--domain", "--output");
        assertThat(after("suspend web1 --d")).isEmpty();
    }

    @Test
    void valuesBehindAnOption() {
        assertThat(after("start --mode ")).containsExactly("fast", "slow");
        assertThat(after("start --mode=f")).containsExactly("--mode=fast");
        assertThat(after("start x --output=j")).containsExactly("--output=json");
    }

    @Test
    void bareWordsInTheOrderInWhichTheyFillParameters() {
        assertThat(after("start --paused web1 ")).startsWith("fast", "slow");
        assertThat(after("start --domain web1 s")).containsExactly("slow");
        assertThat(after("start --mode fast ")).startsWith("web 2");
    }

    @Test
    void noOptionsBehindTwoDashes() {
        assertThat(after("suspend -- ")).containsExactly("web1", "db");
        assertThat(after("suspend -- --")).isEmpty();
    }

    @Test
    void lists() {
        assertThat(after("stats c")).containsExactly("cpu");
        assertThat(after("stats cpu,")).containsExactly("cpu,block", "cpu,net");
    }

    @Test
    void insideQuotes() {
        assertThat(after("start 'web ")).containsExactly("web 2");
        assertThat(after("start \"web")).containsExactly("web 2");
        assertThat(after("start web\\ ")).containsExactly("web 2");
    }

    @Test
    void onAnotherSession() {
        assertThat(after("suspend kv")).containsExactly("kvm2/");
        assertThat(after("suspend kvm2/")).containsExactly("kvm2/far");
    }

    @Test
    void volumesOfThePoolThatIsGiven() {
        assertThat(after("vol-info --pool images ")).startsWith("disk-of-images");
        assertThat(after("forget-snapshot web1 ")).startsWith("of-web1-on-kvm1");
        assertThat(after("forget-snapshot kvm2/far of")).containsExactly("of-far-on-kvm2");
    }

    @Test
    void statementsForSeveralSessions() {
        assertThat(after("on ")).startsWith("kvm1", "kvm2", "@prod", "@test", "all");
        assertThat(after("on kvm1,")).containsExactly("kvm1,kvm2", "kvm1,@prod", "kvm1,@test", "kvm1,all");
        assertThat(after("on all sus")).containsExactly("suspend");
        assertThat(after("on all suspend ")).startsWith("web1", "db");
        assertThat(after("on @test suspend ")).startsWith("far");
        assertThat(after("on all suspend --l")).containsExactly("--live");
    }

    @Test
    void statementsInOneQuotedWord() {
        assertThat(after("on all 'sus")).containsExactly("suspend");
        assertThat(after("on all 'suspend ")).startsWith("web1", "db");
        assertThat(after("on @test \"suspend ")).startsWith("far");
        assertThat(after("on all 'suspend web1; start --mode ")).containsExactly("fast", "slow");
        assertThat(completion.endOf("on all 'suspend web1; sta").start()).isEqualTo("on all 'suspend web1; ".length());
        assertThat(after("suspend 'we")).containsExactly("web1");
    }

    @Test
    void filesBelowTheWorkingFolder() throws IOException {
        Files.createFile(folder.resolve("disk one.xml"));
        Files.createFile(folder.resolve(".hidden"));
        Files.createDirectories(folder.resolve("defs/deep"));
        assertThat(after("define d")).containsExactly("defs/", "disk one.xml");
        assertThat(after("define defs/")).startsWith("defs/deep/");
        assertThat(after("define .h")).containsExactly(".hidden");
        assertThat(after("define ~/def")).containsExactly(folder + "/defs/");
        assertThat(after("define nosuch/")).isEmpty();
    }

    @Test
    void nothingInAComment() {
        assertThat(after("suspend web1 # s")).isEmpty();
        assertThat(after("# sus")).isEmpty();
        assertThat(after("suspend web1 # x\nsus")).containsExactly("suspend");
    }

    @Test
    void notesSayWhatItIs() {
        assertThat(completion.at(completion.endOf("start w")).getFirst().note()).isEqualTo("shut off");
        assertThat(completion.at(completion.endOf("suspend --l")).getFirst().note())
                .isEqualTo("now");
    }

    private List<String> after(String text) {
        return completion.at(completion.endOf(text)).stream()
                .map(Proposal::value)
                .toList();
    }

    private static Session session(String name, Set<String> tags, LibvirtConnector connector) {
        ConnectRequest request = new ConnectRequest(
                "test:///default", false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE);
        return new Session(name, request, tags, connector);
    }

    private static List<Inventory.Item> inventory(Session session, Noun noun, String context) {
        return switch (noun) {
            case DOMAIN ->
                session.name().equals("kvm1")
                        ? GUESTS
                        : List.of(new Inventory.Item("far", Set.of("running", "active")));
            case VOLUME -> List.of(new Inventory.Item("disk-of-" + context, Set.of()));
            case SNAPSHOT -> List.of(new Inventory.Item("of-%s-on-%s".formatted(context, session.name()), Set.of()));
            case POOL, NETWORK, SESSION, SELECTOR, COMMAND -> List.of();
        };
    }

    /** A command that is only completed, never run. */
    private record Told(Spec spec) implements Command {
        static Command of(String name, Parameter... parameters) {
            return new Told(Spec.of(name, Group.DOMAIN, "does " + name).takes(parameters));
        }

        @Override
        public Result run(Call call) {
            return Result.NOTHING;
        }
    }

    /** Nobody to talk to. */
    private static final class Nobody implements Dialog {
        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public boolean confirm(String question) {
            return false;
        }

        @Override
        public String ask(String prompt, boolean echo) {
            return null;
        }

        @Override
        public void progress(String line) {}

        @Override
        public void say(String line) {}

        @Override
        public void onInterrupt(Runnable action) {}
    }
}
