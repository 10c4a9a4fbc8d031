package io.vmsh.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.spec.Arg;
import io.vmsh.spec.Binder;
import io.vmsh.spec.Group;
import io.vmsh.spec.LineLexer;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Spec PING = Spec.of("ping", Group.VIRSH, "").takes(Arg.of("count", Value.INT, ""));

    private static Script read(String text) {
        Binder binder = new Binder(name -> name.equals("ping") ? PING : null);
        return Script.read(text, statement -> binder.bind(new LineLexer(statement)));
    }

    @Test
    void statementsKnowTheirLineTextAndComments() {
        Script script = read("# why\nping 1; ping 2\n\n# more\nping \\\n  3 # aside\n");
        assertThat(script.mistakes()).isEmpty();
        assertThat(script.statements())
                .extracting(Script.Statement::text, Script.Statement::line, Script.Statement::comments)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("ping 1", 2, List.of("# why")),
                        org.assertj.core.api.Assertions.tuple("ping 2", 2, List.of()),
                        org.assertj.core.api.Assertions.tuple("ping 3", 5, List.of("# more")));
    }

    @Test
    void everyMistakeIsToldWithItsPlace() {
        Script script = read("ping 1\npong 2; ping\nping --x 3\nping many\nping \"open");
        assertThat(script.mistakes())
                .extracting(mistake -> mistake.line() + ":" + mistake.column())
                .containsExactly("2:1", "2:9", "3:6", "4:1", "5:6");
        assertThat(script.mistakes().get(2).describe("f.vmsh"))
                .isEqualTo("f.vmsh:3:6: command 'ping' doesn't support option --x\n  ping --x 3\n       ^^^");
    }

    @Test
    void stopsAtTheFirstFailureAndTellsTheRest() {
        Script script = read("ping 1\nping 2\nping 3\nping 4");
        List<String> run = new ArrayList<>();
        Runner.Ending ending = Runner.run(script, statement -> {
            run.add(statement.text());
            return statement.line() == 2 ? Runner.Step.FAILED : Runner.Step.DONE;
        });
        assertThat(run).containsExactly("ping 1", "ping 2");
        assertThat(ending).isInstanceOfSatisfying(Runner.Ending.Stopped.class, stopped -> {
            assertThat(stopped.at().line()).isEqualTo(2);
            assertThat(stopped.notRun()).hasSize(2);
        });
    }

    @Test
    void leavingEndsAScriptWell() {
        assertThat(Runner.run(read("ping 1\nping 2"), statement -> Runner.Step.LEAVE))
                .isInstanceOf(Runner.Ending.Finished.class);
    }
}
