package io.vmsh.hypervisor;

/** The causes of failure that vmsh tells apart, with libvirt's numbers ({@code virErrorNumber}). */
public enum ErrorCode {
    UNKNOWN(-1),
    INTERNAL_ERROR(1),
    NO_SUPPORT(3),
    NO_CONNECT(5),
    INVALID_CONN(6),
    INVALID_ARG(8),
    OPERATION_FAILED(9),
    XML_ERROR(27),
    OPERATION_DENIED(29),
    SYSTEM_ERROR(38),
    RPC(39),
    NO_DOMAIN(42),
    NO_NETWORK(43),
    AUTH_FAILED(45),
    OVERFLOW(47),
    NO_STORAGE_POOL(49),
    NO_STORAGE_VOL(50),
    OPERATION_INVALID(55),
    CONFIG_UNSUPPORTED(67),
    OPERATION_TIMEOUT(68),
    MIGRATE_PERSIST_FAILED(69),
    ARGUMENT_UNSUPPORTED(74),
    OPERATION_ABORTED(78),
    AUTH_CANCELLED(79),
    MIGRATE_UNSAFE(81),
    OPERATION_UNSUPPORTED(84),
    RESOURCE_BUSY(87),
    ACCESS_DENIED(88),
    XML_INVALID_SCHEMA(92),
    AUTH_UNAVAILABLE(94),
    NO_DOMAIN_METADATA(80),
    NO_SECRET(66),
    CPU_INCOMPATIBLE(91),
    MIGRATE_FINISH_OK(99),
    NO_DOMAIN_SNAPSHOT(72);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /** libvirt's number of the code. */
    public int number() {
        return number;
    }

    /** The code of a number; {@link #UNKNOWN} for one that vmsh has no use for. */
    public static ErrorCode of(int number) {
        for (ErrorCode code : values()) {
            if (code.number == number) {
                return code;
            }
        }
        return UNKNOWN;
    }
}
