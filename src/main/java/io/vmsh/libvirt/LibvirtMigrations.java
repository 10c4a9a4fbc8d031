package io.vmsh.libvirt;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.hypervisor.Hypervisor;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.MigrationRequest;
import io.vmsh.hypervisor.MigrationRequest.Setting;
import io.vmsh.hypervisor.Migrations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Migration by libvirt's calls. */
final class LibvirtMigrations implements Migrations {
    private static final int VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY = 1;

    @Override
    public void migrate(Domain guest, Hypervisor destination, MigrationRequest request) {
        try (Parameters parameters = new Parameters(request)) {
            Pointer moved = Failures.check(MigrationApi.API.virDomainMigrate3(
                    pointer(guest),
                    ((LibvirtHypervisor) destination).connection(),
                    parameters.pointer(),
                    parameters.count(),
                    Bit.all(request.flags())));
            DomainApi.API.virDomainFree(moved);
        }
    }

    @Override
    public void migrateToUri(Domain guest, String destinationUri, MigrationRequest request) {
        try (Parameters parameters = new Parameters(request)) {
            Failures.check(MigrationApi.API.virDomainMigrateToURI3(
                    pointer(guest),
                    destinationUri,
                    parameters.pointer(),
                    parameters.count(),
                    Bit.all(request.flags())));
        }
    }

    @Override
    public void rehearse(Domain guest, MigrationRequest request) {
        if (!Library.has("virDomainMigrateBegin3Params")) {
            throw new HypervisorException(
                    ErrorCode.NO_SUPPORT.number(), 0, "this libvirt does not let itself be asked");
        }
        PointerByReference cookie = new PointerByReference();
        try (Parameters parameters = new Parameters(request)) {
            Library.free(Failures.check(RehearsalApi.API.virDomainMigrateBegin3Params(
                    pointer(guest),
                    parameters.pointer(),
                    parameters.count(),
                    cookie,
                    new IntByReference(),
                    Bit.all(request.flags()))));
        } finally {
            Optional.ofNullable(cookie.getValue()).ifPresent(Library::free);
        }
    }

    @Override
    public void startPostCopy(Domain guest) {
        Failures.check(MigrationApi.API.virDomainMigrateStartPostCopy(pointer(guest), 0));
    }

    @Override
    public long maxDowntime(Domain guest) {
        LongByReference millis = new LongByReference();
        Failures.check(MigrationApi.API.virDomainMigrateGetMaxDowntime(pointer(guest), millis, 0));
        return millis.getValue();
    }

    @Override
    public void setMaxDowntime(Domain guest, long millis) {
        Failures.check(MigrationApi.API.virDomainMigrateSetMaxDowntime(pointer(guest), millis, 0));
    }

    @Override
    public long compressionCache(Domain guest) {
        LongByReference bytes = new LongByReference();
        Failures.check(MigrationApi.API.virDomainMigrateGetCompressionCache(pointer(guest), bytes, 0));
        return bytes.getValue();
    }

    @Override
    public void setCompressionCache(Domain guest, long bytes) {
        Failures.check(MigrationApi.API.virDomainMigrateSetCompressionCache(pointer(guest), bytes, 0));
    }

    @Override
    public long maxSpeed(Domain guest, boolean postCopy) {
        NativeLongByReference mebibytes = new NativeLongByReference();
        Failures.check(MigrationApi.API.virDomainMigrateGetMaxSpeed(pointer(guest), mebibytes, phase(postCopy)));
        return mebibytes.getValue().longValue();
    }

    @Override
    public void setMaxSpeed(Domain guest, long mebibytes, boolean postCopy) {
        Failures.check(MigrationApi.API.virDomainMigrateSetMaxSpeed(
                pointer(guest), new NativeLong(mebibytes, true), phase(postCopy)));
    }

    private static int phase(boolean postCopy) {
        return postCopy ? VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY : 0;
    }

    private static Pointer pointer(Domain guest) {
        return ((LibvirtDomain) guest).pointer();
    }

    /** An array of {@code virTypedParameter} that libvirt itself allocates and fills. */
    private static final class Parameters implements AutoCloseable {
        private final PointerByReference array = new PointerByReference();
        private final IntByReference count = new IntByReference();
        private final IntByReference room = new IntByReference();

        Parameters(MigrationRequest request) {
            for (Setting setting : request.settings()) {
                int result = add(setting);
                if (result < 0) {
                    var failure = Failures.last();
                    close();
                    throw failure;
                }
            }
        }

        private int add(Setting setting) {
            return switch (setting) {
                case Setting.Text text ->
                    MigrationApi.API.virTypedParamsAddString(array, count, room, text.name(), text.value());
                case Setting.Int number ->
                    MigrationApi.API.virTypedParamsAddInt(array, count, room, number.name(), number.value());
                case Setting.UnsignedLong number ->
                    MigrationApi.API.virTypedParamsAddULLong(array, count, room, number.name(), number.value());
            };
        }

        @Nullable
        Pointer pointer() {
            return array.getValue();
        }

        int count() {
            return count.getValue();
        }

        @Override
        public void close() {
            JobApi.API.virTypedParamsFree(array.getValue(), count.getValue());
        }
    }
}
