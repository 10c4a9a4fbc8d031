package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.DomainControl;
import io.vmsh.hypervisor.DomainJob;
import io.vmsh.hypervisor.JobProgress;
import io.vmsh.hypervisor.JobType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A guest's job. */
record LibvirtDomainJob(Pointer domain) implements DomainJob {
    /** {@code virDomainJobInfo}: the type, then these as {@code unsigned long long}. */
    private static final List<String> INFO_FIELDS = List.of(
            "time_elapsed",
            "time_remaining",
            "data_total",
            "data_processed",
            "data_remaining",
            "memory_total",
            "memory_processed",
            "memory_remaining",
            "disk_total",
            "disk_processed",
            "disk_remaining");

    @Override
    public JobProgress stats(Set<StatsFlag> flags) {
        IntByReference type = new IntByReference();
        PointerByReference parameters = new PointerByReference();
        IntByReference count = new IntByReference();
        Failures.check(JobApi.API.virDomainGetJobStats(domain, type, parameters, count, Bit.all(flags)));
        try {
            return JobProgress.of(
                    JobType.of(type.getValue()), TypedParameters.read(parameters.getValue(), count.getValue()));
        } finally {
            JobApi.API.virTypedParamsFree(parameters.getValue(), count.getValue());
        }
    }

    @Override
    public JobProgress info() {
        byte[] bytes = new byte[Long.BYTES * (1 + INFO_FIELDS.size())];
        Failures.check(JobApi.API.virDomainGetJobInfo(domain, bytes));
        ByteBuffer info = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        Map<String, Object> raw = new LinkedHashMap<>();
        for (int i = 0; i < INFO_FIELDS.size(); i++) {
            raw.put(INFO_FIELDS.get(i), info.getLong(Long.BYTES * (1 + i)));
        }
        return JobProgress.of(JobType.of(info.getInt(0)), raw);
    }

    /** {@code virDomainControlInfo}: state and details as {@code unsigned int}, milliseconds as {@code unsigned long long}. */
    @Override
    public DomainControl control() {
        byte[] bytes = new byte[2 * Integer.BYTES + Long.BYTES];
        Failures.check(JobApi.API.virDomainGetControlInfo(domain, bytes, 0));
        ByteBuffer info = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        return new DomainControl(DomainControl.State.of(info.getInt(0)), info.getLong(2 * Integer.BYTES));
    }

    /** {@code virDomainBlockJobInfo}: {@code int type; unsigned long bandwidth; unsigned long long cur, end}. */
    @Override
    public Optional<DiskJob> ofDisk(String disk) {
        byte[] bytes = new byte[4 * Long.BYTES];
        if (Failures.check(JobApi.API.virDomainGetBlockJobInfo(domain, disk, bytes, 0)) == 0) {
            return Optional.empty();
        }
        ByteBuffer info = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        return Optional.of(new DiskJob(
                DiskJobType.of(info.getInt(0)), info.getLong(2 * Long.BYTES), info.getLong(3 * Long.BYTES)));
    }

    @Override
    public void abort(Set<AbortFlag> flags) {
        Failures.check(
                flags.isEmpty()
                        ? JobApi.API.virDomainAbortJob(domain)
                        : JobApi.API.virDomainAbortJobFlags(domain, Bit.all(flags)));
    }
}
