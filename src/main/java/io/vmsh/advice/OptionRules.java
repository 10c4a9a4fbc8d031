package io.vmsh.advice;

import io.vmsh.advice.Advice.Remedy;
import io.vmsh.hypervisor.ErrorCode;
import io.vmsh.spec.StatementText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Options of a migration that lack or contradict each other. */
final class OptionRules {
    private static final Set<String> METHODS = Set.of("xbzrle", "mt");
    private static final Set<String> SCHEMES = Set.of("tcp", "rdma", "unix", "x-rdma");

    private OptionRules() {}

    /**
     * One mistake.
     *
     * @param error libvirt's number for it
     * @param made whether the statement makes it
     * @param headline what is wrong
     * @param fact why libvirt will have it otherwise
     * @param what the statement that mends it does; empty for none
     * @param mended that statement
     */
    private record Mistake(
            ErrorCode error,
            Predicate<MigrationFacts> made,
            String headline,
            String fact,
            String what,
            Function<StatementText, StatementText> mended,
            String price) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake(
                    ErrorCode.OPERATION_INVALID,
                    facts -> facts.has("offline") && facts.copies(),
                    "--offline moves a definition and no disk",
                    "--copy-storage-all and --copy-storage-inc copy the disks of a guest that runs",
                    "move the definition alone",
                    again -> again.without("copy-storage-all")
                            .without("copy-storage-inc")
                            .with("persistent"),
                    "the disks must be there already: nothing looks whether they are"),
            new Mistake(
                    ErrorCode.OPERATION_INVALID,
                    facts -> facts.has("offline") && facts.has("tunnelled"),
                    "--offline has nothing to send through a tunnel",
                    "a definition travels in libvirt's own connection anyway",
                    "leave the tunnel out",
                    again -> again.without("tunnelled").with("persistent"),
                    ""),
            new Mistake(
                    ErrorCode.OPERATION_INVALID,
                    facts -> facts.has("offline") && !facts.has("persistent"),
                    "--offline needs --persistent",
                    "what is moved is the definition, and without --persistent nothing would be kept of it",
                    "keep the definition on the destination",
                    again -> again.with("persistent"),
                    ""),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    facts -> facts.has("tunnelled") && !facts.has("p2p"),
                    "--tunnelled needs --p2p",
                    "the tunnel is a connection of the source's libvirtd to the other one",
                    "let the source host drive the migration",
                    again -> again.with("p2p"),
                    "the source host must reach the destination's libvirtd by itself"),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    facts -> facts.has("tunnelled") && facts.has("parallel"),
                    "--parallel cannot be tunnelled",
                    "the tunnel is one connection",
                    "use one connection",
                    again -> again.without("parallel").without("parallel-connections"),
                    ""),
            new Mistake(
                    ErrorCode.INTERNAL_ERROR,
                    facts -> facts.has("tunnelled") && facts.copies(),
                    "disks cannot be copied through the tunnel",
                    "this libvirt has no way to send disks inside its own connection",
                    "copy without the tunnel",
                    again -> again.without("tunnelled"),
                    "memory and disks travel over ports 49152-49215 of the destination, unencrypted unless --tls"),
            new Mistake(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    facts -> facts.has("direct") && !facts.has("p2p"),
                    "this hypervisor does not migrate with --direct",
                    "the hypervisors themselves would have to talk without libvirt, which QEMU, for one, does not do",
                    "let the source's libvirtd talk to the other one",
                    again -> again.without("direct").with("p2p"),
                    ""),
            new Mistake(
                    ErrorCode.OPERATION_INVALID,
                    facts -> facts.has("zerocopy") && !facts.has("parallel"),
                    "--zerocopy needs --parallel",
                    "only the connections of a parallel migration send memory without copying it",
                    "send over several connections",
                    again -> again.with("parallel"),
                    "all of the guest's memory is locked in RAM meanwhile"),
            new Mistake(
                    ErrorCode.SYSTEM_ERROR,
                    facts -> facts.has("zerocopy") && facts.naming().has(memoryBytes(facts)),
                    "--zerocopy locks all of the guest's memory in RAM, and the source host does not let libvirtd do so",
                    "libvirtd may not raise the limit on locked memory of QEMU, as in many containers",
                    "send it the usual way",
                    again -> again.without("zerocopy"),
                    "takes more of the source's processor"),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    facts -> facts.given("parallel-connections") && !facts.has("parallel"),
                    "--parallel-connections needs --parallel",
                    "it says how many connections a parallel migration has",
                    "send over several connections",
                    again -> again.with("parallel"),
                    ""),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    OptionRules::unknownMethod,
                    "there is no such way to compress",
                    "for a migration, this libvirt knows xbzrle and mt",
                    "compress by xbzrle",
                    again -> again.with("compressed").with("comp-methods", "xbzrle"),
                    ""),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    facts -> facts.given("comp-xbzrle-cache") && !hasMethod(facts, "xbzrle"),
                    "--comp-xbzrle-cache needs --comp-methods xbzrle",
                    "it sizes the cache of one way to compress, which is not switched on",
                    "switch it on",
                    again -> again.with("compressed").with("comp-methods", "xbzrle"),
                    ""),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    facts -> (facts.given("comp-mt-level")
                                    || facts.given("comp-mt-threads")
                                    || facts.given("comp-mt-dthreads"))
                            && !hasMethod(facts, "mt"),
                    "options of mt compression need --comp-methods mt",
                    "they tune one way to compress, which is not switched on",
                    "switch it on",
                    again -> again.with("compressed").with("comp-methods", "mt"),
                    ""),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    facts -> (facts.given("auto-converge-initial") || facts.given("auto-converge-increment"))
                            && !facts.has("auto-converge"),
                    "options of auto-convergence need --auto-converge",
                    "they tune what is not switched on",
                    "switch it on",
                    again -> again.with("auto-converge"),
                    "the guest is slowed down until its memory can be copied"),
            new Mistake(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    facts -> facts.has("postcopy") && !facts.has("live"),
                    "--postcopy needs --live",
                    "a guest that stands still meanwhile has nothing to fetch later",
                    "migrate live",
                    again -> again.with("live"),
                    ""),
            new Mistake(
                    ErrorCode.OPERATION_INVALID,
                    facts -> facts.word("migrateuri")
                                    .filter(uri -> uri.startsWith("rdma:") || uri.startsWith("x-rdma:"))
                                    .isPresent()
                            && !facts.moving().xml().has("memtune/hard_limit"),
                    "a migration by RDMA needs a limit on the guest's memory",
                    "all of it is locked in RAM meanwhile, and <memtune><hard_limit> in the definition says how much that is",
                    "send it by TCP",
                    again -> again.without("migrateuri"),
                    ""),
            new Mistake(
                    ErrorCode.INVALID_ARG,
                    facts -> facts.word("migrateuri")
                            .filter(uri -> !uri.contains(":"))
                            .isPresent(),
                    "--migrateuri lacks its scheme",
                    "it is a URI, such as tcp://10.0.0.2, not a bare address",
                    "say tcp",
                    again -> again,
                    ""),
            new Mistake(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    facts -> facts.word("migrateuri")
                            .filter(uri -> !SCHEMES.contains(uri.replaceFirst(":.*", "")))
                            .isPresent(),
                    "--migrateuri has a scheme that QEMU does not know",
                    "memory is sent by tcp, rdma or unix",
                    "leave the address to the destination",
                    again -> again.without("migrateuri"),
                    ""));

    /** The guest's memory as an error tells of it; libvirt itself writes it down in KiB. */
    private static Optional<String> memoryBytes(MigrationFacts facts) {
        return facts.moving()
                .xml()
                .text("memory")
                .filter(kibibytes -> kibibytes.matches("\\d{1,12}"))
                .map(kibibytes -> Long.toString(Long.parseLong(kibibytes) << 10));
    }

    private static boolean hasMethod(MigrationFacts facts, String method) {
        return facts.word("comp-methods")
                .filter(methods -> List.of(methods.split(",", -1)).contains(method))
                .isPresent();
    }

    private static boolean unknownMethod(MigrationFacts facts) {
        return facts.word("comp-methods")
                .filter(methods -> !METHODS.containsAll(List.of(methods.split(",", -1))))
                .isPresent();
    }

    static Optional<Advice> options(MigrationFacts facts) {
        return MISTAKES.stream()
                .filter(mistake ->
                        mistake.error() == facts.error() && mistake.made().test(facts))
                .findFirst()
                .map(mistake -> new Advice(
                        "migrate-options",
                        mistake.headline(),
                        List.of(mistake.fact()),
                        List.of(new Remedy(mistake.what(), List.of(mended(mistake, facts)), mistake.price()))));
    }

    private static String mended(Mistake mistake, MigrationFacts facts) {
        StatementText again = facts.again();
        facts.word("migrateuri")
                .filter(uri -> !uri.contains(":"))
                .ifPresent(uri -> again.with("migrateuri", "tcp://" + uri));
        return mistake.mended().apply(again).toString();
    }
}
