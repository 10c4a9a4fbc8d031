package io.vmsh;

/** The entry of the process. */
public final class Main {
    private Main() {}

    /**
     * Runs vmsh.
     *
     * @param arguments the command line's words after the program's name
     */
    public static void main(String[] arguments) {
        System.out.println("vmsh");
    }
}
