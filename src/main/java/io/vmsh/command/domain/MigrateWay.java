package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.preflight.Way;
import io.vmsh.preflight.Way.Option;
import io.vmsh.preflight.Way.Value;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of {@code migrate} on which it depends whether a guest can move. */
final class MigrateWay {
    private static final Map<Flag, Option> OPTIONS = new LinkedHashMap<>();
    private static final Map<Opt<?>, Value> VALUES = new LinkedHashMap<>();

    static {
        OPTIONS.put(MigrateOptions.OFFLINE, Option.OFFLINE);
        OPTIONS.put(MigrateOptions.P2P, Option.FROM_SOURCE);
        OPTIONS.put(MigrateOptions.DIRECT, Option.DIRECT);
        OPTIONS.put(MigrateOptions.TUNNELLED, Option.TUNNELLED);
        OPTIONS.put(MigrateOptions.PERSISTENT, Option.PERSISTENT);
        OPTIONS.put(MigrateOptions.UNDEFINE_SOURCE, Option.UNDEFINE_SOURCE);
        OPTIONS.put(MigrateOptions.COPY_STORAGE_ALL, Option.COPY_STORAGE);
        OPTIONS.put(MigrateOptions.COPY_STORAGE_INC, Option.COPY_INCREMENTAL);
        OPTIONS.put(MigrateOptions.UNSAFE, Option.UNSAFE);
        OPTIONS.put(MigrateOptions.TLS, Option.TLS);
        OPTIONS.put(MigrateOptions.PARALLEL, Option.PARALLEL);
        OPTIONS.put(MigrateOptions.ZEROCOPY, Option.ZEROCOPY);
        VALUES.put(MigrateOptions.NEW_NAME, Value.NEW_NAME);
        VALUES.put(MigrateOptions.MIGRATE_URI, Value.MIGRATION_URI);
        VALUES.put(MigrateOptions.LISTEN_ADDRESS, Value.LISTEN_ADDRESS);
        VALUES.put(MigrateOptions.DISKS_PORT, Value.DISKS_PORT);
        VALUES.put(MigrateOptions.DISKS_URI, Value.DISKS_URI);
        VALUES.put(MigrateOptions.MIGRATE_DISKS, Value.DISKS);
    }

    private MigrateWay() {}

    /** All of them, for a command whose bare words are something else. */
    static List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(MigrateOptions.LIVE));
        parameters.addAll(OPTIONS.keySet());
        VALUES.keySet().forEach(option -> parameters.add(option.named()));
        parameters.add(MigrateOptions.XML.named());
        return parameters;
    }

    /** What a statement says. */
    static Way of(Call call) {
        Way way = Way.of();
        for (Option option : call.chosen(OPTIONS)) {
            way = way.with(option);
        }
        for (Map.Entry<Opt<?>, Value> entry : VALUES.entrySet()) {
            Object value = call.find(entry.getKey()).orElse(null);
            way = value == null ? way : way.with(entry.getValue(), value.toString());
        }
        return call.has(MigrateOptions.XML)
                ? way.with(Value.XML, call.read(call.find(MigrateOptions.XML).orElseThrow()))
                : way;
    }
}
