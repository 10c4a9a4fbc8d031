package io.vmsh.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One line on a terminal that is written over and over. */
final class OneShotProgress {
    private static final int USUAL_WIDTH = 80;
    /** What the terminal may have put behind the line. */
    private static final String CTRL_C = "^C";

    private final PrintStream err;
    private int width;
    private int shown;

    OneShotProgress(PrintStream err) {
        this.err = err;
    }

    /** Replaces the line; an empty text takes it away. */
    synchronized void show(String line) {
        if (line.isEmpty() && shown == 0) {
            return;
        }
        String text = line.substring(0, Math.min(line.length(), Math.max(1, width() - 1 - CTRL_C.length())));
        int covered = Math.min(shown + CTRL_C.length(), width() - 1);
        err.print("\r" + text + " ".repeat(Math.max(0, covered - text.length())) + "\r" + text);
        err.flush();
        shown = text.length();
    }

    /** Columns of the terminal. */
    synchronized int width() {
        if (width == 0) {
            width = asked();
        }
        return width;
    }

    /** Asked once, when there is something to show: a one-shot run has no terminal library. */
    private static int asked() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] size = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ", -1);
            int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
            return columns > 1 ? columns : USUAL_WIDTH;
        } catch (IOException | NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }
}
