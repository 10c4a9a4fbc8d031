package io.vmsh.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import io.vmsh.hypervisor.Bit;
import io.vmsh.hypervisor.DomainLife;
import java.util.List;
import java.util.Set;

/** Starts and stops a guest. The oldest call that does is taken: some drivers have no other. */
record LibvirtDomainLife(Pointer domain) implements DomainLife {
    @Override
    public void start(Set<StartFlag> flags, List<Integer> files) {
        Failures.check(create(Bit.all(flags), files));
    }

    private int create(int flags, List<Integer> files) {
        if (!files.isEmpty()) {
            return LifeApi.API.virDomainCreateWithFiles(domain, files.size(), array(files), flags);
        }
        return flags == 0 ? LifeApi.API.virDomainCreate(domain) : LifeApi.API.virDomainCreateWithFlags(domain, flags);
    }

    static int[] array(List<Integer> files) {
        return files.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void shutdown(Set<ShutdownMode> modes) {
        Failures.check(
                modes.isEmpty()
                        ? LifeApi.API.virDomainShutdown(domain)
                        : LifeApi.API.virDomainShutdownFlags(domain, Bit.all(modes)));
    }

    @Override
    public void destroy(Set<DestroyFlag> flags) {
        Failures.check(
                flags.isEmpty()
                        ? LifeApi.API.virDomainDestroy(domain)
                        : LifeApi.API.virDomainDestroyFlags(domain, Bit.all(flags)));
    }

    @Override
    public void suspend() {
        Failures.check(LifeApi.API.virDomainSuspend(domain));
    }

    @Override
    public void resume() {
        Failures.check(LifeApi.API.virDomainResume(domain));
    }

    @Override
    public boolean active() {
        return Failures.check(LifeApi.API.virDomainIsActive(domain)) == 1;
    }

    @Override
    public boolean autostart() {
        IntByReference autostart = new IntByReference();
        Failures.check(LifeApi.API.virDomainGetAutostart(domain, autostart));
        return autostart.getValue() != 0;
    }

    @Override
    public void setAutostart(boolean on) {
        Failures.check(LifeApi.API.virDomainSetAutostart(domain, on ? 1 : 0));
    }

    @Override
    public boolean hasManagedSave() {
        return Failures.check(LifeApi.API.virDomainHasManagedSaveImage(domain, 0)) > 0;
    }

    @Override
    public void removeManagedSave() {
        Failures.check(LifeApi.API.virDomainManagedSaveRemove(domain, 0));
    }
}
