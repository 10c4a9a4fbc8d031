package io.vmsh.quiet;

import java.util.ResourceBundle;

/** Loggers that log nothing; {@code java.util.logging} is not concerned. */
public final class QuietLoggers extends System.LoggerFinder {
    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Quiet(name);
    }

    private record Quiet(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return false;
        }

        @Override
        public void log(Level level, ResourceBundle texts, String message, Throwable thrown) {}

        @Override
        public void log(Level level, ResourceBundle texts, String format, Object... parameters) {}
    }
}
