package io.vmsh.command.virsh;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.CommaList;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.spec.Alias;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Rest;
import io.vmsh.spec.Spec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows how words were read. */
final class EchoCommand implements Command {
    private static final Flag SHELL = Flag.of("shell", "quote each word for a POSIX shell");
    private static final Flag XML = Flag.of("xml", "escape each word for XML");
    private static final Flag SPLIT = Flag.of("split", "split each word at its commas; two commas stand for one");
    private static final Flag ERR = Flag.of("err", "show the words as an error");
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
        call.exclusive(SHELL, XML);
        call.exclusive(SHELL, SPLIT);
        call.exclusive(XML, SPLIT);
        List<String> words = call.all(WORDS);
        String text = words.stream().map(word -> form(call, word)).collect(Collectors.joining(" "));
        if (call.has(ERR)) {
            if (!words.isEmpty()) {
                call.dialog().say("error: " + text);
            }
            return Result.NOTHING;
        }
        return new Result.Document(text, Map.of("text", text));
    }

    private static String form(Call call, String word) {
        if (call.has(SHELL)) {
            return Quoting.shell(word);
        }
        if (call.has(XML)) {
            return Quoting.xml(word);
        }
        if (call.has(SPLIT) && !word.isEmpty()) {
            return String.join("\n", CommaList.split(word)) + "\n";
        }
        return word;
    }
}
