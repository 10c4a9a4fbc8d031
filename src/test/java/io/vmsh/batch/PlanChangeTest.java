package io.vmsh.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vmsh.batch.JournalHead.Planned;
import io.vmsh.spec.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanChangeTest {
    @Test
    void tellsStepsThatAreGoneAndNew() {
        List<Planned> before = plan("list", "start web1", "migrate web1 kvm2", "list --all");
        assertThat(PlanChange.between(before, before)).isEmpty();
        assertThat(PlanChange.between(before, plan("list", "start web2", "migrate web1 kvm2", "uri", "list --all")))
                .containsExactly("- 2: start web1", "+ 2: start web2", "+ 4: uri");
        assertThat(PlanChange.between(before, List.of())).hasSize(4).allMatch(line -> line.startsWith("- "));
    }

    @Test
    void otherSessionsTakeThePlaceOfThoseThatAreNamed() {
        Renaming renaming = new Renaming(Map.of("kvm1", "kvm3", "kvm2", "kvm4"));
        assertThat(List.of(
                        "kvm1",
                        "kvm1/web1",
                        "kvm1,kvm2,kvm9",
                        "--name=kvm2",
                        "web1",
                        "kvm11",
                        "/kvm1/x",
                        "kvm1,kvm2/web*"))
                .extracting(renaming::apply)
                .containsExactly(
                        "kvm3",
                        "kvm3/web1",
                        "kvm3,kvm4,kvm9",
                        "--name=kvm4",
                        "web1",
                        "kvm11",
                        "/kvm1/x",
                        "kvm3,kvm4/web*");
        assertThat(renaming.connecting(words("connect", "--name", "kvm3", "qemu+ssh://kvm1/system")))
                .extracting(Token.Word::text)
                .containsExactly("connect", "kvm3");
        assertThat(renaming.connecting(words("connect", "--name", "kvm9", "qemu:///system")))
                .hasSize(4);
    }

    private static List<Token.Word> words(String... texts) {
        List<Token.Word> words = new ArrayList<>();
        for (String text : texts) {
            words.add(new Token.Word(text, 0, 0));
        }
        return words;
    }

    private static List<Planned> plan(String... texts) {
        List<Planned> plan = new ArrayList<>();
        for (String text : texts) {
            plan.add(new Planned(Integer.toString(plan.size() + 1), text));
        }
        return plan;
    }
}
