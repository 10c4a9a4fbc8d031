package io.vmsh.command.pool;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Shows what pools could be made of, asked for with an XML file. */
final class FindSourcesCommand implements Command {
    static final Arg<String> TYPE =
            Arg.of("type", Value.oneOf("netfs", "iscsi", "logical", "gluster"), "type of the pools to come");
    private static final Opt<Path> SOURCE = Opt.of("srcSpec", Value.FILE, "file with XML that says where to look");

    @Override
    public Spec spec() {
        return Spec.of("find-storage-pool-sources", Group.POOL, "show what storage pools could be made of")
                .takes(TYPE, SOURCE)
                .example("find-storage-pool-sources logical", "the volume groups of the host")
                .example("find-storage-pool-sources netfs nas.xml", "what the server in nas.xml exports");
    }

    @Override
    public Result run(Call call) {
        String type = call.get(TYPE);
        return find(call, type, call.find(SOURCE).map(call::read).orElse(null));
    }

    static Result find(Call call, String type, @Nullable String source) {
        return Result.xml(CommandFailure.saying(
                "Failed to find any %s pool sources".formatted(type),
                () -> call.hypervisor().pools().sources(type, source)));
    }
}
