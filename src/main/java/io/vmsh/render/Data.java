package io.vmsh.render;

import io.vmsh.advice.Advice;
import io.vmsh.advice.Problem;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Cell;
import io.vmsh.command.Result.Column;
import io.vmsh.command.Result.Field;
import io.vmsh.command.Result.HostOutcome;
import io.vmsh.hypervisor.HypervisorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Results as maps, lists, strings, numbers, booleans and nulls: what programs read. */
final class Data {
    /** The key of the session's name in results from several. */
    static final String HOST = "host";

    static final String ERROR = "error";

    private Data() {}

    /** The data of a result; null when it has none. */
    static @Nullable Object of(Result result) {
        return switch (result) {
            case Result.Done done -> done.data();
            case Result.Document document -> document.data();
            case Result.Rows rows -> records(rows);
            case Result.Fields fields -> properties(fields);
            case Result.Sequence sequence -> ofAll(sequence.results());
            case Result.PerHost perHost -> ofHosts(perHost.hosts(), Data::error);
            case Result.Leave leave -> null;
            case Result.In in -> of(in.result());
            case Result.Aside aside -> of(aside.result());
        };
    }

    /** The same as {@code --output json} puts on the error stream. */
    static Map<String, Object> of(Problem problem) {
        return Map.of(ERROR, error(problem));
    }

    /** A row as an object. */
    static Map<String, @Nullable Object> row(List<Column> columns, List<Cell> cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).key(), cells.get(i).value());
        }
        return row;
    }

    private static List<Map<String, @Nullable Object>> records(Result.Rows rows) {
        return rows.rows().stream().map(cells -> row(rows.columns(), cells)).toList();
    }

    private static Map<String, @Nullable Object> properties(Result.Fields fields) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        for (Field field : fields.fields()) {
            properties.put(field.key(), field.value());
        }
        return properties;
    }

    /** Nothing for nothing, the thing itself for one, a list for more. */
    private static @Nullable Object ofAll(List<Result> results) {
        List<Object> all = new ArrayList<>();
        for (Result result : results) {
            Object data = of(result);
            if (data != null) {
                all.add(data);
            }
        }
        return switch (all.size()) {
            case 0 -> null;
            case 1 -> all.getFirst();
            default -> all;
        };
    }

    /**
     * One flat list of objects that name their host; that of a host that failed holds the error.
     *
     * @param error the form of an error
     */
    static List<Map<String, @Nullable Object>> ofHosts(List<HostOutcome> hosts, Function<Problem, Object> error) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (HostOutcome host : hosts) {
            Object data = host.result() == null ? null : of(host.result());
            if (data instanceof List<?> several) {
                several.forEach(one -> all.add(onHost(host, one)));
            } else if (data != null) {
                all.add(onHost(host, data));
            }
            if (host.problem() != null) {
                Map<String, @Nullable Object> failed = new LinkedHashMap<>();
                failed.put(HOST, host.session());
                failed.put(ERROR, error.apply(host.problem()));
                all.add(failed);
            }
        }
        return all;
    }

    private static Map<String, @Nullable Object> onHost(HostOutcome host, @Nullable Object data) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put(HOST, host.session());
        if (data instanceof Map<?, ?> properties) {
            properties.forEach((key, value) -> object.putIfAbsent(String.valueOf(key), value));
        } else {
            object.put("value", data);
        }
        return object;
    }

    private static Map<String, Object> error(Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("messages", problem.lines());
        HypervisorException cause = problem.cause();
        if (cause != null) {
            error.put("code", cause.code().name());
            error.put("number", cause.number());
            error.put("domain", cause.domain());
        }
        error.put("exit", problem.exitCode());
        Advice advice = problem.advice();
        if (advice != null) {
            error.put("advice", advice(advice));
        }
        return error;
    }

    private static Map<String, Object> advice(Advice advice) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", advice.code());
        data.put("headline", advice.headline());
        data.put("facts", advice.facts());
        data.put(
                "remedies",
                advice.remedies().stream()
                        .map(remedy -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("what", remedy.what());
                            one.put("statements", remedy.statements());
                            one.put("price", remedy.price());
                            return one;
                        })
                        .toList());
        return data;
    }
}
