package io.vmsh.locks;

import io.vmsh.locks.HostLocks.DiskLock;
import io.vmsh.locks.LockFinding.Level;
import io.vmsh.locks.LockSettings.Setting;
import io.vmsh.locks.LockSurvey.Place;
import io.vmsh.probe.FileLook.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What there is to say about the locks of several hosts: each by itself, and all against each other. */
public final class LockFindings {
    private final LockSurvey survey;
    private final Map<String, LockSettings> settings = new LinkedHashMap<>();
    private final List<LockFinding> findings = new ArrayList<>();

    private LockFindings(LockSurvey survey) {
        this.survey = survey;
        survey.hosts().forEach(host -> host.settings().ifPresent(known -> settings.put(host.session(), known)));
    }

    /** All of it, the worst first. */
    public static List<LockFinding> of(LockSurvey survey) {
        LockFindings all = new LockFindings(survey);
        all.managers();
        all.places();
        all.twoPaths();
        all.hostIds();
        survey.hosts().forEach(host -> all.findings.addAll(HostFindings.of(host)));
        return all.findings.stream()
                .sorted(Comparator.comparing(LockFinding::level))
                .toList();
    }

    private List<String> names() {
        return List.copyOf(settings.keySet());
    }

    private void managers() {
        if (differ(known -> known.kind().label())) {
            add(
                    Level.PROBLEM,
                    names(),
                    "the hosts lock disks in different ways (%s): libvirt refuses nothing, and a guest can run twice"
                            .formatted(each(known -> known.kind().label())),
                    "lock-enable --manager lockd --on " + String.join(",", names()));
            return;
        }
        if (!settings.isEmpty() && settings.values().stream().allMatch(known -> known.kind() == LockManager.NONE)) {
            add(
                    Level.NOTICE,
                    names(),
                    "no lock manager: nothing of libvirt's keeps two hosts from starting one guest",
                    "lock-enable --manager lockd --on " + String.join(",", names()));
        }
        if (differ(known -> known.automatic().value())) {
            add(
                    Level.PROBLEM,
                    names(),
                    "auto_disk_leases differs (%s): a guest that one host has locked, another starts"
                            .formatted(each(known -> known.automatic().value())));
        }
    }

    private boolean differ(Function<LockSettings, String> what) {
        return settings.values().stream().map(what).distinct().count() > 1;
    }

    private String each(Function<LockSettings, String> what) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + " " + what.apply(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Leases must be in the same folder, which must be one folder. */
    private void places() {
        if (differ(known -> known.kind().label())) {
            return;
        }
        Function<LockSettings, String> folders =
                known -> known.folders().stream().map(Setting::value).collect(Collectors.joining(" "));
        if (differ(folders)) {
            add(
                    Level.PROBLEM,
                    names(),
                    "the lease folders differ (%s): each host sees its own locks only"
                            .formatted(each(known -> folders.apply(known).isEmpty() ? "none" : folders.apply(known))));
            return;
        }
        List<Setting> common = settings.values().stream()
                .findFirst()
                .map(LockSettings::folders)
                .orElse(List.of());
        common.forEach(folder -> oneFolder(folder.value()));
    }

    private void oneFolder(String folder) {
        List<String> hosts = names().stream()
                .filter(name -> survey.seen(name, folder).filter(Seen::exists).isPresent())
                .toList();
        for (int i = 1; i < hosts.size(); i++) {
            Seen first = survey.seen(hosts.getFirst(), folder).orElseThrow();
            Seen other = survey.seen(hosts.get(i), folder).orElseThrow();
            List<String> pair = List.of(hosts.getFirst(), hosts.get(i));
            if (first.cannotBe(other)) {
                add(
                        Level.PROBLEM,
                        pair,
                        "%s is a folder of each host's own: both start the same guest".formatted(folder),
                        "put it on storage that all hosts mount: lock-enable --manager lockd --file-lockspace DIR --on "
                                + String.join(",", names()));
            } else if (!first.looksSameAs(other)) {
                add(
                        Level.UNKNOWN,
                        pair,
                        "nothing tells whether %s is one folder on both".formatted(folder),
                        "a file is written on one and looked for on the other by: guide locking --check --on "
                                + String.join(",", pair));
            }
        }
    }

    /** A lock is on the text of a path: another path to the same file goes past it. */
    private void twoPaths() {
        List<Place> places = survey.places(lock -> !lock.disk().lease()
                && lock.lease().filter(LockFindings::byPath).isPresent());
        List<String> told = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            for (Place other : places.subList(i + 1, places.size())) {
                compare(places.get(i), other, told);
            }
        }
    }

    private void compare(Place one, Place other, List<String> told) {
        String path = one.lock().disk().path();
        String second = other.lock().disk().path();
        boolean sameFile = survey.sameFile(one, other);
        if (path.equals(second)) {
            if (runTwice(one.lock(), other.lock()) && sameFile && !one.address().equals(other.address())) {
                add(
                        Level.PROBLEM,
                        List.of(one.session(), other.session()),
                        "%s and %s run with one disk at the same time, %s"
                                .formatted(one.address(), other.address(), path),
                        "destroy one of them at once, then check the filesystem in the disk");
            }
            return;
        }
        String pair = path + " " + second;
        if (sameFile && !told.contains(pair)) {
            told.add(pair);
            add(
                    Level.PROBLEM,
                    List.of(one.session(), other.session()).stream().distinct().toList(),
                    "%s has %s and %s has %s: the same file by all signs, with two locks, so both can run"
                            .formatted(one.address(), path, other.address(), second),
                    "let both definitions name it by the same path, without links");
        }
    }

    private static boolean runTwice(DiskLock one, DiskLock other) {
        return one.guest().shouldHold()
                && other.guest().shouldHold()
                && !one.disk().shared()
                && !other.disk().shared();
    }

    private static boolean byPath(Lease lease) {
        return lease.kind() == Lease.Kind.PATH || lease.kind() == Lease.Kind.SANLOCK;
    }

    private void hostIds() {
        Map<String, List<String>> byId = settings.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == LockManager.SANLOCK
                        && entry.getValue().hostId().set())
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().hostId().value(),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        byId.forEach((id, hosts) -> {
            if (hosts.size() > 1) {
                add(Level.PROBLEM, hosts, "sanlock's host_id %s is on several hosts: each needs its own".formatted(id));
            }
        });
    }

    private void add(Level level, List<String> hosts, String sentence, String... remedies) {
        findings.add(new LockFinding(level, hosts, sentence, List.of(remedies)));
    }
}
