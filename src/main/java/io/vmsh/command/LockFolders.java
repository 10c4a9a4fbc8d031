package io.vmsh.command;

import io.vmsh.locks.LockSettings;
import io.vmsh.spec.Opt;
import io.vmsh.spec.Parameter;
import io.vmsh.spec.UsageException;
import io.vmsh.spec.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options that say where leases are kept. */
public final class LockFolders {
    private static final Opt<String> FILES = option("file-lockspace", "files");
    private static final Opt<String> VOLUMES = option("lvm-lockspace", "logical volumes");
    private static final Opt<String> SCSI = option("scsi-lockspace", "SCSI devices");
    private static final Map<Opt<String>, String> SETTINGS = new LinkedHashMap<>();

    static {
        SETTINGS.put(FILES, LockSettings.FILE_FOLDER);
        SETTINGS.put(VOLUMES, LockSettings.VOLUME_FOLDER);
        SETTINGS.put(SCSI, LockSettings.SCSI_FOLDER);
    }

    private LockFolders() {}

    private static Opt<String> option(String name, String what) {
        return Opt.of(
                        name,
                        Value.TEXT.labelled("dir"),
                        "folder for the leases of %s, on storage that all hosts mount".formatted(what))
                .named();
    }

    public static List<Parameter> parameters() {
        return List.of(FILES, VOLUMES, SCSI);
    }

    /**
     * The folders that were given, by the names of their settings.
     *
     * @throws UsageException when one is no absolute path, or cannot be written in libvirt's files
     */
    public static Map<String, String> of(Call call) {
        Map<String, String> folders = new LinkedHashMap<>();
        SETTINGS.forEach((option, setting) -> call.find(option).ifPresent(folder -> {
            if (!folder.matches("/[^\"\\n]+")) {
                throw new UsageException("'%s' for --%s is no absolute path".formatted(folder, option.name()), 0, 0);
            }
            folders.put(setting, folder.replaceAll("/+$", ""));
        }));
        return folders;
    }
}
