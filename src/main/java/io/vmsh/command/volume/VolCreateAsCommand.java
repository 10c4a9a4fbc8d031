package io.vmsh.command.volume;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.command.Command;
import io.vmsh.command.CommandFailure;
import io.vmsh.command.Result;
import io.vmsh.hypervisor.HypervisorException;
import io.vmsh.hypervisor.Pool;
import io.vmsh.hypervisor.Volume;
import io.vmsh.hypervisor.XmlText;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Effect;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Group;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Spec;
import io.vmsh.spec.Value;
import java.util.Optional;

/** Creates a volume from options instead of an XML file. */
final class VolCreateAsCommand implements Command {
    private static final Value<String> FORMATS =
            Value.oneOf("raw", "qcow2", "qed", "qcow", "vmdk", "vdi", "vpc", "bochs", "cloop", "dmg", "iso");

    private static final Arg<String> NAME = Arg.of("name", TEXT, "name of the volume");
    private static final Arg<String> CAPACITY =
            Arg.of("capacity", TEXT.labelled("size"), "its size; bytes unless a unit is given, as in 20G");
    /** virsh overlooks an empty one. */
    private static final Opt<String> ALLOCATION = Opt.of(
                    "allocation", TEXT.labelled("size"), "what of it to take from the pool at once, likewise")
            .orEmpty();

    private static final Opt<String> FORMAT = Opt.of("format", FORMATS, "format of its file");
    private static final Opt<String> BACKING_VOL =
            Opt.of("backing-vol", TEXT, "name, key or path of the volume that it holds changes to");
    private static final Opt<String> BACKING_VOL_FORMAT =
            Opt.of("backing-vol-format", FORMATS, "format of that volume");
    private static final Flag PREALLOC_METADATA =
            Flag.of("prealloc-metadata", "write the tables of a qcow2 file in full at once");
    private static final Flag PRINT_XML = Flag.of("print-xml", "show the XML and do nothing");

    @Override
    public Spec spec() {
        return Spec.of("vol-create-as", Group.VOLUME, "create a storage volume from options")
                .takes(
                        VolumeArguments.REQUIRED_POOL,
                        NAME,
                        CAPACITY,
                        ALLOCATION,
                        FORMAT,
                        BACKING_VOL,
                        BACKING_VOL_FORMAT,
                        PREALLOC_METADATA,
                        PRINT_XML)
                .effect(Effect.CHANGES)
                .example("vol-create-as images web1.qcow2 20G --format qcow2", "Vol web1.qcow2 created");
    }

    @Override
    public Result run(Call call) {
        try (Pool pool = call.pool(VolumeArguments.REQUIRED_POOL)) {
            String name = call.get(NAME);
            String xml = xml(call, pool, name);
            if (call.has(PRINT_XML)) {
                return Result.xml(xml);
            }
            CommandFailure.saying(
                    "Failed to create vol " + name,
                    () -> pool.createVolume(xml, call.has(PREALLOC_METADATA)).close());
            return Result.done("Vol %s created", name);
        }
    }

    private static String xml(Call call, Pool pool, String name) {
        String capacity = VolumeSize.bytes(call.get(CAPACITY));
        Optional<String> allocation = call.findUnlessEmpty(ALLOCATION).map(VolumeSize::bytes);
        Optional<String> format = call.find(FORMAT);
        Optional<String> backing = call.find(BACKING_VOL);
        Optional<String> backingFormat = call.find(BACKING_VOL_FORMAT);

        XmlText xml = new XmlText().open("volume").leaf("name", name).leaf("capacity", capacity);
        allocation.ifPresent(bytes -> xml.leaf("allocation", bytes));
        format.ifPresent(
                type -> xml.open("target").empty("format", "type", type).close());
        backing.ifPresent(word -> {
            xml.open("backingStore").leaf("path", backingPath(call, pool, word));
            backingFormat.ifPresent(type -> xml.empty("format", "type", type));
            xml.close();
        });
        return xml.close().toString();
    }

    private static String backingPath(Call call, Pool pool, String word) {
        try (Volume volume = CommandFailure.saying("failed to get vol '%s'".formatted(word), () -> {
            try {
                return pool.findVolume(word);
            } catch (HypervisorException notItsName) {
                return call.hypervisor().pools().findVolume(word);
            }
        })) {
            return volume.path();
        }
    }
}
