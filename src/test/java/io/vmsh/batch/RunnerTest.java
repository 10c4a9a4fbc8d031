package io.vmsh.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.advice.Problem;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Binder;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Group;
import io.vmsh.spec.Invocation;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Token;
import io.vmsh.spec.TokensLexer;
import io.vmsh.spec.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    private static final Arg<String> WORD = Arg.of("word", Value.TEXT, "");
    private static final Spec SAY = Spec.of("say", Group.VIRSH, "").takes(WORD).local();

    @TempDir
    Path folder;

    private final Sessions sessions = new Sessions();
    private final Rehearsal rehearsal = new Rehearsal();
    private Ledger ledger = Ledger.NONE;

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void stopsAtTheFirstFailureAndTellsTheRest() throws IOException {
        Ending ending = run("say a\nsay fail\nparallel 2 { say b }\nsay c", new Runner.Manner(false, 1, null));
        assertThat(rehearsal.said).containsExactly("a");
        assertThat(ending.how()).isEqualTo(Ending.How.STOPPED);
        assertThat(ending.failures())
                .extracting(failure -> failure.run().text())
                .containsExactly("say fail");
        assertThat(ending.notRun())
                .extracting(notRun -> notRun.step().place().line())
                .containsExactly(3, 3, 4);
    }

    @Test
    void keepsGoingWhenItIsTo() throws IOException {
        Ending ending = run("say fail\nsay a\nsay fail", new Runner.Manner(true, 1, null));
        assertThat(rehearsal.said).containsExactly("a");
        assertThat(ending.how()).isEqualTo(Ending.How.FINISHED);
        assertThat(ending.failures()).hasSize(2);
        assertThat(ending.notRun()).isEmpty();
    }

    @Test
    void leavingEndsAScriptWell() throws IOException {
        Ending ending = run("say a\nsay leave\nsay b", new Runner.Manner(false, 1, null));
        assertThat(rehearsal.said).containsExactly("a");
        assertThat(ending.how()).isEqualTo(Ending.How.FINISHED);
    }

    @Test
    void aBlockSideBySideRunsAtOnceAndNoWider() throws IOException {
        // Each "meet" waits for another one.
        assertThat(run("parallel 2 { say meet; say meet; say meet; say meet }", new Runner.Manner(false, 1, null))
                        .failures())
                .isEmpty();
        rehearsal.meeting = new CountDownLatch(2);
        assertThat(run("parallel 1 { say meet; say meet }", new Runner.Manner(true, 1, null))
                        .failures())
                .isNotEmpty();
    }

    @Test
    void everyRunHasAKeyOfItsOwn() throws IOException {
        List<String> keys = new CopyOnWriteArrayList<>();
        ledger = new Ledger() {
            @Override
            public boolean before(StepRun run) {
                keys.add("%s %s %s".formatted(run.key(), run.text(), run.host()));
                return !run.text().equals("say skipped");
            }

            @Override
            public void after(StepRun run, Ended ended) {
                keys.add(run.key() + " " + ended.getClass().getSimpleName());
            }
        };
        sessions.add(new Session(
                "one",
                new ConnectRequest(
                        "test:///default", false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE),
                Set.of(),
                new LibvirtConnector()));
        Ending ending = run("""
                let x = a
                say ${x}; say skipped
                on one { for vm in te* { say ${vm} } }
                for vm in all/t* {
                    say ${vm}
                }
                """, new Runner.Manner(false, 1, null));
        assertThat(ending.failures()).isEmpty();
        assertThat(rehearsal.said).containsExactly("a", "test", "one/test");
        assertThat(keys)
                .containsExactly(
                        "2 say a null",
                        "2 Done",
                        "3 say skipped null",
                        "6@one[test] say test one",
                        "6@one[test] Done",
                        "8[one/test] say one/test null",
                        "8[one/test] Done");
    }

    @Test
    void aStepThatCannotBeWrittenDownIsNotRun() throws IOException {
        ledger = new Ledger() {
            @Override
            public boolean before(StepRun run) {
                if (run.text().equals("say b")) {
                    throw new JournalException("the disk is full", new IOException());
                }
                return true;
            }

            @Override
            public void after(StepRun run, Ended ended) {}
        };
        Ending ending = run("say a\nsay b\nsay c", new Runner.Manner(true, 1, null));
        assertThat(rehearsal.said).containsExactly("a");
        assertThat(ending.how()).isEqualTo(Ending.How.STOPPED);
        assertThat(ending.failures().getFirst().problem().lines()).containsExactly("the disk is full");
    }

    @Test
    void theStageIsToldWhatComesNextAsFarAsItIsKnown() throws IOException {
        run("say a\nlet X = y\nsay b\nsay ${X}\nsay c\nsay d", new Runner.Manner(false, 1, null));
        assertThat(rehearsal.expected)
                .containsExactly("say a", "", "say b, say y, say c, say d", "say y, say c, say d", "say c, say d");
    }

    @Test
    void aStatementThatTakesTooLongIsLeft() throws IOException {
        Ending ending = run("say a\nsay forever\nsay b", new Runner.Manner(false, 1, Duration.ofMillis(50)));
        assertThat(rehearsal.said).containsExactly("a");
        assertThat(ending.failures().getFirst().problem().lines()).containsExactly("not done within 50 ms");
        assertThat(ending.failures().getFirst().run().text()).isEqualTo("say forever");
    }

    @Test
    void anInterruptEndsIt() throws IOException {
        Thread script = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            // Between two statements it would end the script before the second.
            while (rehearsal.announced.size() < 2) {
                Thread.onSpinWait();
            }
            script.interrupt();
        });
        Ending ending = run("say a\nwait \"1\" == \"2\" for 1h\nsay b", new Runner.Manner(true, 1, null));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ending.how()).isEqualTo(Ending.How.INTERRUPTED);
        assertThat(ending.notRun()).hasSize(1);
    }

    private Ending run(String text, Runner.Manner manner) throws IOException {
        Path file = Files.writeString(folder.resolve("x.vmsh"), text);
        Scripts.Settings settings =
                new Scripts.Settings(new SayGrammar(), sessions, Map.of(), Map.of(), Renaming.NONE, step -> false);
        Plan plan = Scripts.read(file, "x.vmsh", settings);
        assertThat(plan.mistakes()).isEmpty();
        return Runner.run(plan, settings, rehearsal, ledger, manner);
    }

    /** One command. */
    private static final class SayGrammar implements Grammar {
        @Override
        public Invocation bind(List<Token.Word> words) {
            return new Binder(name -> name.equals("say") ? SAY : null)
                    .bind(new TokensLexer(words))
                    .getFirst();
        }

        @Override
        public Effect effect(Invocation statement) {
            return Effect.READS;
        }

        @Override
        public void foresee(Invocation statement, Sessions sessions) {}

        @Override
        public boolean changesShell(Invocation statement) {
            return false;
        }

        @Override
        public @Nullable String session(Invocation statement) {
            return null;
        }

        @Override
        public String safe(String text) {
            return text;
        }
    }

    /** Remembers what was said. */
    private static final class Rehearsal implements Stage {
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final List<String> announced = new CopyOnWriteArrayList<>();
        private final List<String> expected = new ArrayList<>();
        private CountDownLatch meeting = new CountDownLatch(2);

        @Override
        public void expect(List<Step> steps) {
            expected.add(steps.stream().map(Step::text).collect(Collectors.joining(", ")));
        }

        @Override
        public Ended run(StepRun run, Invocation statement, @Nullable Session host) {
            String word = statement.get(WORD);
            switch (word) {
                case "fail" -> {
                    return failed();
                }
                case "leave" -> {
                    return new Ended.Leave();
                }
                case "meet" -> {
                    return meet();
                }
                case "forever" -> {
                    return sleep();
                }
                default -> said.add(word);
            }
            return new Ended.Done();
        }

        private Ended meet() {
            meeting.countDown();
            try {
                return meeting.await(300, TimeUnit.MILLISECONDS) ? new Ended.Done() : failed();
            } catch (InterruptedException signal) {
                return failed();
            }
        }

        private static Ended sleep() {
            try {
                Thread.sleep(60_000);
                return new Ended.Done();
            } catch (InterruptedException signal) {
                return failed();
            }
        }

        private static Ended failed() {
            return new Ended.Failed(Problem.of(List.of("no"), null));
        }

        @Override
        public void announce(StepRun run) {
            announced.add(run.text());
        }

        @Override
        public void together(List<Step> steps, List<Session> hosts) {}

        @Override
        public void abandon(Invocation statement, @Nullable Session host) {}

        @Override
        public void tell(StepRun run, Problem problem) {}

        @Override
        public @Nullable String ask(String question, boolean hidden) {
            return null;
        }

        @Override
        public void say(String line) {}
    }
}
