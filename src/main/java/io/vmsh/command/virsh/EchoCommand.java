package io.vmsh.command.virsh;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import java.util.Map;

/** Shows how words were read. */
final class EchoCommand implements Command {
    private static final Flag SHELL = Flag.of("shell", "quote each word for a POSIX shell");
    private static final Flag XML = Flag.of("xml", "escape each word for XML");
    private static final Flag SPLIT = Flag.of("split", "split each word once more, as the lines typed here are");
    private static final Flag ERR = Flag.of("err", "show the words on the error stream");
    private static final Rest<String> WORDS = Rest.of("string", TEXT, "the words");

    @Override
    public Spec spec() {
        return Spec.of("echo", Group.VIRSH, "show how words are read")
                .takes(SHELL, XML, SPLIT, ERR, Alias.of("str", WORDS), Alias.of("hi", WORDS, "hello"), WORDS)
                .local()
                .example("echo --shell 'two words'", "'two words'");
    }

    @Override
    public Result run(Call call) {
        String text = String.join(" ", call.all(WORDS));
        return new Result.Document(text + "\n", Map.of("text", text));
    }
}
