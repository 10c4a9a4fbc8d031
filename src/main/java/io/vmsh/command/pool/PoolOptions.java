package io.vmsh.command.pool;

import static io.vmsh.spec.Value.TEXT;

import io.vmsh.command.Call;
import io.vmsh.hypervisor.PoolType;
import io.vmsh.hypervisor.XmlText;
import io.vmsh.spec.Arg;
import io.vmsh.spec.Flag;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that {@code pool-define-as} and {@code pool-create-as} make a description of. */
final class PoolOptions {
    static final Arg<String> NAME = Arg.of("name", TEXT, "name of the pool");
    static final Flag PRINT_XML = Flag.of("print-xml", "show the XML and do nothing");
    private static final Arg<String> TYPE =
            Arg.of("type", Value.oneOf(PoolType.labels()), "what keeps its data: a folder, a volume group, …");
    private static final Opt<String> SOURCE_HOST = Opt.of("source-host", TEXT, "host that the storage is on");
    private static final Opt<String> SOURCE_PATH = Opt.of("source-path", TEXT, "folder on that host");
    private static final Opt<String> SOURCE_DEV = Opt.of("source-dev", TEXT, "device that the storage is on");
    private static final Opt<String> SOURCE_NAME =
            Opt.of("source-name", TEXT, "name of the storage, such as a volume group's");
    private static final Opt<String> TARGET = Opt.of("target", TEXT, "where the pool appears on the host");
    private static final Opt<String> SOURCE_FORMAT = Opt.of(
            "source-format",
            Value.oneOf(
                    "auto",
                    "nfs",
                    "glusterfs",
                    "cifs",
                    "ext2",
                    "ext3",
                    "ext4",
                    "xfs",
                    "gfs2",
                    "ocfs2",
                    "vfat",
                    "iso9660",
                    "lvm2",
                    "dos",
                    "gpt",
                    "mac",
                    "bsd",
                    "sun",
                    "dvh",
                    "pc98"),
            "format of the storage: filesystem or partition table");
    private static final Opt<String> AUTH_TYPE =
            Opt.of("auth-type", Value.oneOf("chap", "ceph"), "how to log in to the storage");
    private static final Opt<String> AUTH_USERNAME = Opt.of("auth-username", TEXT, "user to log in as");
    private static final Opt<String> SECRET_USAGE =
            Opt.of("secret-usage", TEXT, "usage of the libvirt secret that holds the password");
    private static final Opt<String> SECRET_UUID =
            Opt.of("secret-uuid", TEXT, "UUID of the libvirt secret that holds the password");
    private static final Opt<String> ADAPTER_NAME = Opt.of("adapter-name", TEXT, "SCSI host adapter");
    private static final Opt<String> ADAPTER_WWNN =
            Opt.of("adapter-wwnn", TEXT, "node name of a fibre channel adapter");
    private static final Opt<String> ADAPTER_WWPN =
            Opt.of("adapter-wwpn", TEXT, "port name of a fibre channel adapter");
    private static final Opt<String> ADAPTER_PARENT =
            Opt.of("adapter-parent", TEXT, "adapter that a virtual one belongs to");
    private static final Opt<String> ADAPTER_PARENT_WWNN =
            Opt.of("adapter-parent-wwnn", TEXT, "node name of the adapter that a virtual one belongs to");
    private static final Opt<String> ADAPTER_PARENT_WWPN =
            Opt.of("adapter-parent-wwpn", TEXT, "port name of the adapter that a virtual one belongs to");
    private static final Opt<String> ADAPTER_PARENT_FABRIC_WWN =
            Opt.of("adapter-parent-fabric-wwn", TEXT, "fabric of the adapter that a virtual one belongs to");
    private static final Opt<String> SOURCE_PROTOCOL_VER =
            Opt.of("source-protocol-ver", TEXT, "NFS version to mount with");
    private static final Opt<String> SOURCE_INITIATOR =
            Opt.of("source-initiator", TEXT, "iSCSI name to introduce ourselves with");

    /** In the order in which bare words fill them. */
    static final List<Parameter> ALL = List.of(
            NAME,
            TYPE,
            PRINT_XML,
            SOURCE_HOST,
            SOURCE_PATH,
            SOURCE_DEV,
            SOURCE_NAME,
            TARGET,
            SOURCE_FORMAT,
            AUTH_TYPE,
            AUTH_USERNAME,
            SECRET_USAGE,
            SECRET_UUID,
            ADAPTER_NAME,
            ADAPTER_WWNN,
            ADAPTER_WWPN,
            ADAPTER_PARENT,
            ADAPTER_PARENT_WWNN,
            ADAPTER_PARENT_WWPN,
            ADAPTER_PARENT_FABRIC_WWN,
            SOURCE_PROTOCOL_VER,
            SOURCE_INITIATOR);

    private final String name;
    private final String type;
    private final Map<String, String> given = new HashMap<>();

    /** Reads the options of a call. */
    PoolOptions(Call call) {
        call.exclusive(SECRET_USAGE, SECRET_UUID);
        name = call.get(NAME);
        type = call.get(TYPE);
        for (Parameter parameter : ALL) {
            if (parameter instanceof Opt<?> option) {
                call.find(option).ifPresent(value -> given.put(option.name(), value.toString()));
            }
        }
    }

    String name() {
        return name;
    }

    /** The pool's description for libvirt. */
    String xml() {
        XmlText xml = new XmlText().open("pool", "type", type).leaf("name", name);
        if (hasSource()) {
            xml.open("source");
            place(xml);
            adapter(xml);
            login(xml);
            emptyIf(xml, "format", "type", SOURCE_FORMAT);
            String sourceName = value(SOURCE_NAME);
            if (sourceName != null) {
                xml.leaf("name", sourceName);
            }
            emptyIf(xml, "protocol", "ver", SOURCE_PROTOCOL_VER);
            xml.close();
        }
        String target = value(TARGET);
        if (target != null) {
            xml.open("target").leaf("path", target).close();
        }
        return xml.close().toString();
    }

    private boolean hasSource() {
        return has(SOURCE_HOST)
                || has(SOURCE_PATH)
                || has(SOURCE_DEV)
                || has(SOURCE_INITIATOR)
                || has(SOURCE_FORMAT)
                || has(SOURCE_NAME)
                || has(ADAPTER_WWNN, ADAPTER_WWPN)
                || has(ADAPTER_NAME);
    }

    private void place(XmlText xml) {
        emptyIf(xml, "host", "name", SOURCE_HOST);
        emptyIf(xml, "dir", "path", SOURCE_PATH);
        emptyIf(xml, "device", "path", SOURCE_DEV);
        if (has(SOURCE_INITIATOR)) {
            xml.open("initiator").empty("iqn", "name", value(SOURCE_INITIATOR)).close();
        }
    }

    private void adapter(XmlText xml) {
        if (has(ADAPTER_WWNN, ADAPTER_WWPN)) {
            boolean byPort = !has(ADAPTER_PARENT) && has(ADAPTER_PARENT_WWNN, ADAPTER_PARENT_WWPN);
            boolean byFabric = !has(ADAPTER_PARENT) && !byPort;
            xml.empty(
                    "adapter",
                    "type",
                    "fc_host",
                    "parent",
                    value(ADAPTER_PARENT),
                    "parent_wwnn",
                    byPort ? value(ADAPTER_PARENT_WWNN) : null,
                    "parent_wwpn",
                    byPort ? value(ADAPTER_PARENT_WWPN) : null,
                    "parent_fabric_wwn",
                    byFabric ? value(ADAPTER_PARENT_FABRIC_WWN) : null,
                    "wwnn",
                    value(ADAPTER_WWNN),
                    "wwpn",
                    value(ADAPTER_WWPN));
        } else if (has(ADAPTER_NAME)) {
            xml.empty("adapter", "type", "scsi_host", "name", value(ADAPTER_NAME));
        }
    }

    private void login(XmlText xml) {
        if (has(AUTH_TYPE, AUTH_USERNAME) && (has(SECRET_USAGE) || has(SECRET_UUID))) {
            xml.open("auth", "type", value(AUTH_TYPE), "username", value(AUTH_USERNAME))
                    .empty("secret", "usage", value(SECRET_USAGE), "uuid", value(SECRET_UUID))
                    .close();
        }
    }

    private void emptyIf(XmlText xml, String element, String attribute, Opt<String> option) {
        if (has(option)) {
            xml.empty(element, attribute, value(option));
        }
    }

    @SafeVarargs
    private boolean has(Opt<String>... options) {
        for (Opt<String> option : options) {
            if (value(option) == null) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String value(Opt<String> option) {
        return given.get(option.name());
    }
}
