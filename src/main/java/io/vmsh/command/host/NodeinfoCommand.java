package io.vmsh.command.host;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.command.Result.Field;
import io.vmsh.hypervisor.NodeInfo;
import io.vmsh.spec.Group;
import io.vmsh.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/** Shows processors and memory of a host. */
final class NodeinfoCommand implements Command {
    private static final int LABEL_WIDTH = 21;

    @Override
    public Spec spec() {
        return Spec.of("nodeinfo", Group.HOST, "show processors and memory of the host")
                .example("nodeinfo", "");
    }

    @Override
    public Result run(Call call) {
        NodeInfo info = CommandFailure.saying(
                "failed to get node information", () -> call.hypervisor().node().info());
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("CPU model", "model", info.model()));
        fields.add(count("CPU(s)", "cpus", info.cpus()));
        if (info.megahertz() != 0) {
            fields.add(Field.of("CPU frequency", "megahertz", info.megahertz() + " MHz", info.megahertz()));
        }
        fields.add(count("CPU socket(s)", "sockets", info.sockets()));
        fields.add(count("Core(s) per socket", "cores", info.cores()));
        fields.add(count("Thread(s) per core", "threads", info.threads()));
        fields.add(count("NUMA cell(s)", "cells", info.cells()));
        fields.add(Field.of(
                "Memory size", "memory", Long.toUnsignedString(info.memoryKib()) + " KiB", info.memoryKib() * 1024));
        return new Result.Fields(fields, LABEL_WIDTH);
    }

    private static Field count(String label, String key, int count) {
        return Field.of(label, key, "" + count, count);
    }
}
