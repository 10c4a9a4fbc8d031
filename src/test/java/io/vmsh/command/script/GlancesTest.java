package io.vmsh.command.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.batch.Place;
import io.vmsh.batch.Step;
import io.vmsh.cli.Catalogue;
import io.vmsh.command.Interpreter;
import io.vmsh.command.Outcome;
import io.vmsh.command.Result;
import io.vmsh.command.Workspace;
import io.vmsh.hypervisor.ConnectRequest;
import io.vmsh.lab.ScriptedDialog;
import io.vmsh.libvirt.LibvirtConnector;
import io.vmsh.session.Session;
import io.vmsh.session.Sessions;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlancesTest {
    private final LibvirtConnector connector = new LibvirtConnector();
    private final Sessions sessions = new Sessions();
    private final Workspace workspace =
            new Workspace(Catalogue.commands(), sessions, connector, new ScriptedDialog(false), true, Map.of());
    private final Interpreter interpreter = new Interpreter(workspace);
    private final Glances glances = new Glances(interpreter);

    @BeforeEach
    void open() {
        sessions.add(new Session(
                "test",
                new ConnectRequest(
                        "test:///default", false, ConnectRequest.KeepAlive.DEFAULT, ConnectRequest.Credentials.NONE),
                Set.of(),
                connector));
        run("domstate test");
    }

    @AfterEach
    void close() {
        run("resume test");
        sessions.close();
    }

    @Test
    void whatOnlyLooksIsAskedBeforeItsTurn() {
        List<Step> steps = steps("domstate test", "domstate test", "dominfo test");
        glances.expect(steps);
        run("suspend test");
        assertThat(glances.at(steps.get(0))).isEmpty();
        assertThat(glances.at(steps.get(1))).isPresent();
        assertThat(glances.at(steps.get(2))).get().isInstanceOf(Result.Fields.class);
        assertThat(glances.at(steps.get(1))).isEmpty();
    }

    @Test
    void nothingIsAskedBehindWhatMayChangeSomething() {
        List<Step> changeFirst = steps("suspend test", "domstate test");
        glances.expect(changeFirst);
        assertThat(glances.at(changeFirst.get(1))).isEmpty();
        List<Step> changeBetween = steps("domstate test", "suspend test", "domstate test");
        glances.expect(changeBetween);
        assertThat(glances.at(changeBetween.get(1))).isEmpty();
        assertThat(glances.at(changeBetween.get(2))).isEmpty();
    }

    @Test
    void whatHasBecomeOldIsAskedAgain() throws InterruptedException {
        List<Step> steps = steps("domstate test", "domstate test");
        glances.expect(steps);
        Thread.sleep(300);
        assertThat(glances.at(steps.get(1))).isEmpty();
    }

    @Test
    void aFailureIsLeftToItsTurn() {
        List<Step> steps = steps("domstate test", "domstate nobody");
        glances.expect(steps);
        assertThat(glances.at(steps.get(1))).isEmpty();
        assertThat(workspace.lastProblem()).isEmpty();
    }

    @Test
    void nothingIsOpenedForAGlance() {
        Session closed = sessions.current().orElseThrow();
        closed.close();
        assertThat(interpreter.glance(parsed("domstate test"))).isEqualTo(Optional.empty());
        assertThat(closed.state()).isEqualTo(Session.State.CLOSED);
    }

    private Outcome run(String statement) {
        return interpreter.run(parsed(statement), early -> {});
    }

    private Invocation parsed(String statement) {
        return interpreter.parse(statement).getFirst();
    }

    private List<Step> steps(String... statements) {
        List<Step> steps = new ArrayList<>();
        for (String statement : statements) {
            Invocation invocation = parsed(statement);
            Effect effect = interpreter.effect(invocation);
            int number = steps.size() + 1;
            steps.add(new Step(
                    number,
                    new Place("x.vmsh", number, 1, statement.length(), statement),
                    0,
                    List.of(),
                    effect,
                    statement,
                    List.of(),
                    List.of(),
                    false,
                    invocation));
        }
        return steps;
    }
}
