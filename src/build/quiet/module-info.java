/**
 * Part of the runtime image: says where the JDK's own log messages go, which is nowhere.
 *
 * <p>Without it the JDK looks for an answer in every jar when JNA asks for a logger, which takes longer than connecting
 * to libvirt does. It looks among the runtime's modules first, and finds this.
 */
module io.vmsh.quiet {
    provides System.LoggerFinder with
            io.vmsh.quiet.QuietLoggers;
}
