package io.vmsh.command.domain;

import io.vmsh.command.Call;
import io.vmsh.command.CommaList;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.Domain;
import io.vmsh.hypervisor.GuestDisk;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Pools;
import io.vmsh.hypervisor.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The volumes that go with a guest: found while its definition is there, removed when it is gone. */
final class GuestStorage implements AutoCloseable {
    private final List<Image> images = new ArrayList<>();
    private final List<Result> done = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private @Nullable HypervisorException reason;

    private record Image(String target, String source, Volume volume) {
        String label() {
            return "'%s'(%s)".formatted(target, source);
        }
    }

    /** Nothing is to be removed. */
    static GuestStorage none() {
        return new GuestStorage();
    }

    /**
     * Finds the volumes; those that libvirt does not manage are told of and left alone.
     *
     * @param chosen targets or sources, separated by commas; empty for all
     * @throws CommandFailure when something chosen is not in the definition
     */
    static GuestStorage of(Call call, Domain domain, Optional<String> chosen) {
        List<String> wanted = new ArrayList<>(chosen.map(CommaList::split).orElse(List.of()));
        GuestStorage storage = new GuestStorage();
        for (GuestDisk disk : domain.definition().read(Set.of()).disks()) {
            String source = disk.source();
            if (source == null) {
                continue;
            }
            if (chosen.isEmpty() || wanted.remove(disk.target()) || wanted.remove(source)) {
                storage.find(call, disk, source);
            }
        }
        if (!wanted.isEmpty()) {
            storage.close();
            throw CommandFailure.of(wanted.stream()
                    .map(word -> "Volume '%s' was not found in domain's definition.\n".formatted(word))
                    .toList());
        }
        return storage;
    }

    private void find(Call call, GuestDisk disk, String source) {
        Pools pools = call.hypervisor().pools();
        if (disk.pool() != null) {
            try (Pool pool = pools.findByName(disk.pool())) {
                images.add(new Image(disk.target(), source, pool.findVolume(source)));
                return;
            } catch (HypervisorException missing) {
                call.dialog()
                        .say("error: Storage pool '%s' for volume '%s' not found."
                                .formatted(disk.pool(), disk.target()));
                return;
            }
        }
        try {
            images.add(new Image(disk.target(), source, pools.findVolume(source)));
        } catch (HypervisorException unmanaged) {
            call.dialog()
                    .say("error: Storage volume '%s'(%s) is not managed by libvirt. Remove it manually.\n"
                            .formatted(disk.target(), source));
        }
    }

    /**
     * Removes them one by one; what fails does not keep the rest from being removed.
     *
     * @return what was done, a sentence each
     * @throws CommandFailure at the end, when something failed
     */
    List<Result> remove(Result before, boolean wipe, boolean withSnapshots) {
        done.add(before);
        for (Image image : images) {
            if (!wipe || wiped(image)) {
                delete(image, withSnapshots);
            }
        }
        if (reason != null) {
            throw CommandFailure.because(reason, failures).after(new Result.Sequence(done));
        }
        return List.copyOf(done);
    }

    private boolean wiped(Image image) {
        try {
            image.volume.wipe();
            done.add(Result.done("Wiping volume %s ... Done.", image.label()));
            return true;
        } catch (HypervisorException failure) {
            failures.add("Failed! Volume not removed.");
            reason = failure;
            return false;
        }
    }

    private void delete(Image image, boolean withSnapshots) {
        try {
            image.volume.delete(withSnapshots);
            done.add(Result.done("Volume %s removed.", image.label()));
        } catch (HypervisorException failure) {
            failures.add("Failed to remove storage volume " + image.label());
            reason = failure;
        }
    }

    @Override
    public void close() {
        images.forEach(image -> image.volume.close());
    }
}
