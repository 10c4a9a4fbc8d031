package io.vmsh.command.domain;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.CommandFailure;
import io.vmsh.spec.Opt;
import java.util.Arrays;
import java.util.List;

/** The option {@code --pass-fds}: numbers of open files that a starting guest takes over. */
final class OpenFiles {
    static final Opt<String> PASS_FDS = Opt.of("pass-fds", TEXT, "numbers of open files to hand to the guest: N,M,…")
            .orEmpty();

    private OpenFiles() {}

    static List<Integer> of(Call call) {
        return call.find(PASS_FDS).filter(list -> !list.isEmpty()).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(OpenFiles::number)
                .toList();
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word.strip());
        } catch (NumberFormatException malformed) {
            throw CommandFailure.of("Unable to parse FD number '%s'", word);
        }
    }
}
