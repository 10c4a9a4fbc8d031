package io.vmsh.command.domain;

import static io.vmsh.spec.Group.DOMAIN;

import io.vmsh.command.ByteSize;
import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.Map;

/** Shows or sets the cache with which memory that is sent again is compressed. */
final class MigrateCompcacheCommand implements Command {
    private static final Opt<Long> SIZE = Opt.of("size", Value.UNSIGNED_LONG, "bytes of the cache from now on")
            .named();

    @Override
    public Spec spec() {
        return Spec.of("migrate-compcache", DOMAIN, "show or set the cache that compresses a guest's memory")
                .takes(Guests.ACTIVE, SIZE)
                .describedAs("For migrate --compressed. The cache holds what was sent, so that only the difference is"
                        + " sent again; it helps when it holds most of what the guest keeps writing to. The host may"
                        + " round its size, which is shown as it is afterwards.")
                .effect(Effect.CHANGES)
                .example("migrate-compcache test", "how large it is")
                .example("migrate-compcache test --size 268435456", "256 MiB, also for a migration under way");
    }

    @Override
    public Result run(Call call) {
        try (Domain domain = call.domain(Guests.ACTIVE)) {
            call.find(SIZE).ifPresent(bytes -> call.hypervisor().migrations().setCompressionCache(domain, bytes));
            long bytes = call.hypervisor().migrations().compressionCache(domain);
            // virsh ends this line nowhere.
            return new Result.Document(
                    "Compression cache: " + ByteSize.text(bytes, 3), Map.of("bytes", ByteSize.unsigned(bytes)));
        }
    }
}
